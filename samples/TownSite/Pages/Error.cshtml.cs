using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TownSite.Texts;

namespace TownSite.Pages;

/// <summary>The page of an error status. Reached by any method, also by the POST whose token was refused.</summary>
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel(TownTexts texts) : PageModel
{
    public string Message { get; private set; } = "";

    /// <summary>What a helpdesk asks for, or null where the message says everything. A form is outdated when somebody logged in or out in another tab after it was shown.</summary>
    public string? Code { get; private set; }

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        Code = status == StatusCodes.Status400BadRequest ? "form_outdated" : null;

        // Typed into the address bar it is no error; after one, the status is already set.
        Message = status switch
        {
            StatusCodes.Status400BadRequest => texts.ErrorForm,
            StatusCodes.Status403Forbidden => texts.ErrorForbidden,
            StatusCodes.Status404NotFound => texts.ErrorNotFound,
            StatusCodes.Status429TooManyRequests => texts.ErrorTooMany,
            _ => texts.ErrorOther,
        };
    }
}
