using System.Text.Json.Nodes;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>The form field <c>identity</c> as somebody would change it on its way.</summary>
internal static class TamperedFields
{
    /// <summary>One bit of one file is another.</summary>
    public static string Flip(string json, string member)
    {
        var fields = JsonNode.Parse(json)!;
        var file = Convert.FromBase64String((string)fields[member]!);
        file[member == "photo" ? 100 : 2] ^= 1;
        fields[member] = Convert.ToBase64String(file);
        return fields.ToJsonString();
    }

    /// <summary>Members come from somebody else's genuine files.</summary>
    public static string Splice(string json, string others, params string[] members)
    {
        var (fields, from) = (JsonNode.Parse(json)!, JsonNode.Parse(others)!);
        foreach (var member in members)
        {
            Assert.NotEqual((string)fields[member]!, (string)from[member]!);
            fields[member] = (string)from[member]!;
        }

        return fields.ToJsonString();
    }

    public static string Without(string json, string member)
    {
        var fields = JsonNode.Parse(json)!.AsObject();
        Assert.True(fields.Remove(member));
        return fields.ToJsonString();
    }
}
