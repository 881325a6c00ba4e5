namespace EidAuth.E2ETests.Browsers;

/// <summary>What the browser's accessibility tree says of the element that has the focus.</summary>
/// <param name="Role">For example link, button, textbox.</param>
/// <param name="Name">What a screen reader calls it.</param>
internal sealed record FocusedElement(string Role, string Name);
