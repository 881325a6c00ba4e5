using Microsoft.AspNetCore.Html;

namespace EidAuth.AspNetCore.LoginPart;

/// <summary>The login part as HTML. Ids and class names are a contract with towns' style sheets and tests: docs/towns.md lists them.</summary>
internal sealed class LoginPartMarkup
{
    private readonly Markup html = new();
    private readonly LoginPartView view;
    private readonly EidLoginTexts texts;
    private readonly string heading;

    private LoginPartMarkup(LoginPartView view) => (this.view, texts, heading) = (view, view.Texts, $"h{view.HeadingLevel}");

    /// <summary>Writes it.</summary>
    public static HtmlString Of(LoginPartView view)
    {
        var part = new LoginPartMarkup(view);
        part.Write();
        return part.html.ToHtml();
    }

    private void Write()
    {
        if (view.StyleSheet is { } sheet)
        {
            html.Add($"""<link rel="stylesheet" href="{sheet}">""");
        }

        html.Add($"""<div class="eid-part" lang="{texts.Tag}">""");
        WriteRefusal();
        html.Add($"""<div class="eid-ways">""");
        WriteCard();
        WritePassword();
        WriteOthers();
        html.Add($"</div>");
        WriteHelp();
        html.Add($"</div>");
    }

    private void WriteRefusal()
    {
        if (view.Refusal is not { } refusal)
        {
            return;
        }

        var otherWay = view.HasOtherWays && refusal.Tone != EidRefusalTone.Stopped;
        html.Add($"""
            <section class="eid-refusal eid-refusal-{refusal.Tone.ToString().ToLowerInvariant()}" id="refusal" role="alert" aria-labelledby="refusal-heading">
            <{heading} class="eid-heading" id="refusal-heading">{refusal.Heading}</{heading}>
            <p>{refusal.Sentence}</p>
            <p>{refusal.Advice} {(otherWay ? texts.AdviceOtherWay : "")}</p>
            <p class="eid-code">{texts.CodeForHelpDesk} <code id="refusal-code">{refusal.Code}</code></p>
            </section>
            """);
    }

    // A link: browsers apply form-action 'self' to what a form is redirected to as well, and this leads to the agent.
    private void WriteCard()
    {
        html.Add($"""
            <section class="eid-way eid-way-card" aria-labelledby="eid-by-card">
            <{heading} class="eid-heading" id="eid-by-card">{texts.CardTitle}</{heading}>
            """);
        html.Add(CardPicture.Svg);
        html.Add($"""
            <ol class="eid-steps">
            <li>{texts.CardStepReader}</li>
            <li>{texts.CardStepClick}</li>
            <li>{texts.CardStepPin}</li>
            </ol>
            <p><a class="eid-button" id="eid-login" href="{view.CardAddress}" rel="nofollow">{texts.CardLink}</a></p>
            </section>
            """);
    }

    private void WritePassword()
    {
        if (view.Password is { } form)
        {
            html.Add($"""
                <section class="eid-way eid-way-password" aria-labelledby="eid-by-password">
                <{heading} class="eid-heading" id="eid-by-password">{texts.PasswordTitle}</{heading}>
                <p>{texts.PasswordLead}</p>
                <form method="post" action="{form.Action}" id="password-login">
                """);
            WriteFields(form);
            html.Add($"""
                <button class="eid-button eid-button-plain">{texts.PasswordButton}</button>
                </form>
                """);
        }

        if (view.BelowPassword is { } below)
        {
            html.Add($"""<div class="eid-below-password">""");
            html.Add(below);
            html.Add($"</div>");
        }

        if (view.Password is not null)
        {
            html.Add($"</section>");
        }
    }

    private void WriteFields(PasswordForm form)
    {
        if (form.Problem is { } problem)
        {
            html.Add($"""<p class="eid-problem" id="problem" role="alert">{problem}</p>""");
        }

        WriteToken();
        html.Add($"""
            <label for="user">{texts.UserName}</label>
            <input id="user" name="{form.UserNameField}" value="{form.UserName}" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="256"
            """);
        WriteProblemReference(form, hasFocus: string.IsNullOrEmpty(form.UserName));
        html.Add($"""
            <label for="password">{texts.Password}</label>
            <input id="password" name="{form.PasswordField}" type="password" autocomplete="current-password" required maxlength="256"
            """);
        WriteProblemReference(form, hasFocus: !string.IsNullOrEmpty(form.UserName));
    }

    // After a problem the person goes on where there is something to type.
    private void WriteProblemReference(PasswordForm form, bool hasFocus)
    {
        if (form.Problem is not null)
        {
            html.Add($" aria-describedby=\"problem\" aria-invalid=\"true\"");
            if (hasFocus)
            {
                html.Add($" autofocus");
            }
        }

        html.Add($">");
    }

    private void WriteOthers()
    {
        if (view.Others.Count == 0)
        {
            return;
        }

        html.Add($"""
            <section class="eid-way eid-way-other" aria-labelledby="eid-by-other">
            <{heading} class="eid-heading" id="eid-by-other">{texts.OtherTitle}</{heading}>
            """);
        foreach (var other in view.Others)
        {
            html.Add($"""<form method="post" action="{other.Action}" class="eid-other">""");
            WriteToken();
            html.Add($"""
                <button class="eid-button eid-button-plain">{texts.OtherButton.Replace("{0}", other.Name, StringComparison.Ordinal)}</button>
                </form>
                """);
        }

        html.Add($"</section>");
    }

    private void WriteToken()
    {
        if (view.Token is { } token)
        {
            html.Add($"""<input type="hidden" name="{token.Field}" value="{token.Value}">""");
        }
    }

    private void WriteHelp()
    {
        html.Add($"""
            <section class="eid-help" aria-labelledby="eid-help">
            <{heading} class="eid-heading" id="eid-help">{texts.HelpTitle}</{heading}>
            <details>
            <summary>{texts.HelpNoAgent}</summary>
            <p>{texts.HelpNoAgentText}</p>
            """);
        if (view.AgentDownload is { } download)
        {
            html.Add($"""<p><a href="{download}" id="eid-agent" rel="noopener">{texts.HelpNoAgentLink}</a></p>""");
        }

        html.Add($"""
            </details>
            <details>
            <summary>{texts.HelpNothing}</summary>
            <p>{texts.HelpNothingText}</p>
            </details>
            <details>
            <summary>{texts.HelpCard}</summary>
            <p>{texts.HelpCardText}</p>
            </details>
            </section>
            """);
    }
}
