namespace EidAgent.Prompts;

/// <summary>The kinds of line an Assuan server sends (Assuan manual §"Server responses").</summary>
internal enum AssuanLineKind
{
    /// <summary>None of the others: the peer does not speak Assuan.</summary>
    Garbled,

    /// <summary><c>OK</c>: the command succeeded.</summary>
    Ok,

    /// <summary><c>ERR code text</c>.</summary>
    Error,

    /// <summary><c>D bytes</c>: raw data, percent-escaped.</summary>
    Data,

    /// <summary><c>S …</c> or <c># …</c>: to be ignored.</summary>
    Remark,

    /// <summary><c>INQUIRE …</c>: the server asks for something; nothing is ever given.</summary>
    Inquiry,
}
