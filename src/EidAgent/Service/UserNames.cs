using System.Globalization;

namespace EidAgent.Service;

/// <summary>Names of this computer's users.</summary>
internal static class UserNames
{
    /// <summary>The name in /etc/passwd (passwd(5)); the number where the user is kept elsewhere.</summary>
    public static string Of(uint user)
    {
        var number = user.ToString(CultureInfo.InvariantCulture);
        try
        {
            return File.ReadLines("/etc/passwd").Select(line => line.Split(':')).FirstOrDefault(fields => fields.Length > 2 && fields[2] == number)?[0] ?? number;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return number;
        }
    }
}
