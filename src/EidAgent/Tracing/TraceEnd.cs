namespace EidAgent.Tracing;

/// <summary>Why a trace ended before its program.</summary>
internal enum TraceEnd
{
    /// <summary>It has its full length.</summary>
    Full,

    /// <summary>The file could not be written any more, for example because the disk is full.</summary>
    NotWritable,
}
