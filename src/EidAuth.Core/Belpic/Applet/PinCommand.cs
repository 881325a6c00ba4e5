namespace EidAuth.Belpic;

/// <summary>What a PIN is presented for.</summary>
internal enum PinCommand
{
    /// <summary>VERIFY, 00 20: one PIN block.</summary>
    Verify,

    /// <summary>CHANGE REFERENCE DATA, 00 24: the old block, then the new one.</summary>
    Change,
}
