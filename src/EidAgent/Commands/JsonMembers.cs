using System.Globalization;
using System.Text.Json;

namespace EidAgent.Commands;

/// <summary>Kinds of members that a JSON writer does not have.</summary>
internal static class JsonMembers
{
    /// <summary>The names of the flags that are set; null without a value.</summary>
    public static void WriteFlags<T>(this Utf8JsonWriter json, string name, T? flags)
        where T : struct, Enum
    {
        if (flags is not { } set)
        {
            json.WriteNull(name);
            return;
        }

        var named = Enum.GetValues<T>().Where(flag => Convert.ToInt32(flag, CultureInfo.InvariantCulture) != 0 && set.HasFlag(flag));
        json.WriteList(name, named.Select(flag => flag.ToString()));
    }

    /// <summary>A list of texts.</summary>
    public static void WriteList(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>A number, or null.</summary>
    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
