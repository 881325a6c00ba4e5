namespace Demo.Smoke;

/// <summary>The smoke run did not get past a step; the message names it.</summary>
internal sealed class SmokeFailure(string step, string what) : Exception($"{step}: {what}");
