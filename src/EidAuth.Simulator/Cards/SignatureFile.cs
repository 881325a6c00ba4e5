namespace EidAuth.Simulator.Cards;

/// <summary>Makes the content of a signature file (4032, 4034) over what the National Register signs.</summary>
internal delegate byte[] SignatureFile(ReadOnlySpan<byte> data);
