namespace EidAuth.Belpic;

/// <summary>Tags 1B and 1C of the identity file: what the agreement on the withdrawal of the United Kingdom gives the holder.</summary>
[Flags]
public enum BrexitMention
{
    /// <summary>Neither field, or empty ones.</summary>
    None = 0,

    /// <summary>1B is B: article 18(1).</summary>
    Article18 = 1,

    /// <summary>1C is C: permanent residence.</summary>
    PermanentResidence = 2,

    /// <summary>One of the fields has another letter; <see cref="Identity.Fields"/> has it.</summary>
    Unknown = 4,
}
