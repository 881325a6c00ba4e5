using System.Security.Cryptography;
using EidAuth.AspNetCore.Claims;
using Microsoft.Extensions.Hosting;

namespace EidAuth.AspNetCore.Startup;

/// <summary>
/// Where the pseudonym key comes from. Never the Data Protection ring: its keys expire, and with the key every subject changes.
/// </summary>
internal static class PseudonymKeySource
{
    private const string HowTo = $"Make one with `{PseudonymKey.Command}`, keep it as long as the accounts, and give it as Eid:PseudonymKey, or its file as Eid:PseudonymKeyFile.";

    /// <summary>The keys, the newest first; none after a message to <paramref name="fail"/>.</summary>
    public static IReadOnlyList<PseudonymKey> Read(BelgianEidOptions options, IHostEnvironment environment, Action<string> fail)
    {
        if (options.PseudonymKeys.Count == 0)
        {
            return ReadOne(options, environment, fail) is { } key ? [key] : [];
        }

        if (options.PseudonymKey is not null || options.PseudonymKeyFile is not null)
        {
            fail("Eid:PseudonymKeys and a single Eid:PseudonymKey or Eid:PseudonymKeyFile are both given: move that one into the list, with its Eid:PseudonymKeyId as its Id.");
            return [];
        }

        return PseudonymKeyList.Read(options.PseudonymKeys, file => Content(file, environment), fail);
    }

    private static PseudonymKey? ReadOne(BelgianEidOptions options, IHostEnvironment environment, Action<string> fail)
    {
        if (!PseudonymKey.IsId(options.PseudonymKeyId))
        {
            fail("Eid:PseudonymKeyId needs a name for the key, 1 to 32 letters, digits, \"-\" or \"_\", for example \"1\".");
            return null;
        }

        if (options.PseudonymKey is not null && options.PseudonymKeyFile is not null)
        {
            fail("Eid:PseudonymKey and Eid:PseudonymKeyFile are both given: remove one.");
            return null;
        }

        try
        {
            var text = options.PseudonymKey ?? (options.PseudonymKeyFile is { } file ? Content(file, environment) : DevelopmentKey(environment));
            if (text is null)
            {
                fail($"The pseudonym key is missing. {HowTo}");
                return null;
            }

            if (PseudonymKey.TryParse(text, options.PseudonymKeyId, out var key))
            {
                return key;
            }

            fail($"The pseudonym key is not base64 of {PseudonymKey.Length} bytes. {HowTo}");
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            fail($"The file of the pseudonym key cannot be read ({exception.GetType().Name}). {HowTo}");
            return null;
        }
    }

    private static string Content(string file, IHostEnvironment environment) => File.ReadAllText(Path.GetFullPath(file, environment.ContentRootPath));

    private static string? DevelopmentKey(IHostEnvironment environment)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        if (!environment.IsDevelopment() || home.Length == 0)
        {
            return null;
        }

        var file = Path.Combine(home, "eidauth", "pseudonym-development.key");
        return File.Exists(file) ? File.ReadAllText(file) : MakeDevelopmentKey(file);
    }

    private static string MakeDevelopmentKey(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var written = $"{file}.{Guid.NewGuid():N}";
        var create = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new StreamWriter(written, create))
        {
            stream.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(PseudonymKey.Length)));
        }

        // Two sites that start at once end with the same key: who comes second reads the first one's.
        try
        {
            File.Move(written, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(written);
        }

        return File.ReadAllText(file);
    }
}
