using System.Globalization;
using EidAgent.Pages;
using EidAuth.Login;

namespace EidAgent.Sites;

/// <summary>An origin cut into what people read of it, in its own letters. All of it an estimate, as <see cref="OwnerOfHost"/> is: it makes warnings, it allows nothing.</summary>
internal sealed class SiteName
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    public SiteName(Origin origin)
    {
        Origin = origin.Value;
        (Scheme, Host, Port) = Cut(Origin);
        IsNumeric = Host[0] == '[' || char.IsAsciiDigit(Host[Host.LastIndexOf('.') + 1]);
        Labels = IsNumeric ? [Host] : [.. Host.Split('.').Select(Unmapped)];
        Owner = OwnerOfHost.Split(Origin).Owner;
        OwnerLabels = IsNumeric ? Labels : Labels[^Owner.Split('.').Length..];
        Name = OwnerLabels[0];
        Ending = string.Join('.', OwnerLabels[1..]);
        BareLabels = [.. Labels.Select(Skeleton.Of)];
        BareOwner = BareLabels[^OwnerLabels.Length..];
        Bare = BareOwner[0];
    }

    /// <summary>As it is kept and compared.</summary>
    public string Origin { get; }

    public string Scheme { get; }

    /// <summary>ASCII, as the browser has it.</summary>
    public string Host { get; }

    public string Port { get; }

    /// <summary>An IP address.</summary>
    public bool IsNumeric { get; }

    /// <summary>The host's labels, Punycode undone whatever script comes out.</summary>
    public string[] Labels { get; }

    /// <summary>The part that names the owner, in ASCII: <c>gent.be</c>.</summary>
    public string Owner { get; }

    /// <summary>The labels of <see cref="Owner"/>, Punycode undone.</summary>
    public string[] OwnerLabels { get; }

    /// <summary>The owner's own label: <c>gent</c>.</summary>
    public string Name { get; }

    /// <summary>What it is registered under: <c>be</c>, <c>co.uk</c>.</summary>
    public string Ending { get; }

    /// <summary>The skeleton of each of <see cref="Labels"/>.</summary>
    public string[] BareLabels { get; }

    /// <summary>The skeleton of each of <see cref="OwnerLabels"/>.</summary>
    public string[] BareOwner { get; }

    /// <summary>The skeleton of <see cref="Name"/>.</summary>
    public string Bare { get; }

    private static (string Scheme, string Host, string Port) Cut(string origin)
    {
        var start = origin.IndexOf("://", StringComparison.Ordinal) + 3;
        var colon = origin.IndexOf(':', Math.Max(start, origin.LastIndexOf(']')));
        return (origin[..(start - 3)], colon < 0 ? origin[start..] : origin[start..colon], colon < 0 ? "" : origin[(colon + 1)..]);
    }

    private static string Unmapped(string label)
    {
        try
        {
            return label.StartsWith("xn--", StringComparison.Ordinal) ? Idn.GetUnicode(label) : label;
        }
        catch (ArgumentException)
        {
            return label;
        }
    }
}
