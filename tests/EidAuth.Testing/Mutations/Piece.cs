namespace EidAuth.Testing.Mutations;

/// <summary>A part of an input that a parser takes as one: a field, a line, a command.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="LengthAt">Where its length stands, or -1.</param>
/// <param name="Content">Where its content begins.</param>
/// <param name="End">The byte behind it.</param>
public readonly record struct Piece(int Start, int LengthAt, int Content, int End);
