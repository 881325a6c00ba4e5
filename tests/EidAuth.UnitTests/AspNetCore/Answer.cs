using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>What a callback's answer must be.</summary>
internal static class Answer
{
    /// <summary>303 to the login page with exactly this code.</summary>
    public static void LeadsToLoginPage(HttpResponseMessage response, string code)
    {
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var parts = response.Headers.Location!.OriginalString.Split('?');
        Assert.Equal("/login", parts[0]);
        Assert.Equal(code, QueryHelpers.ParseQuery(parts[1])["eid"].Single());
    }
}
