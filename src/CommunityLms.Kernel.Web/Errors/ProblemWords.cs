using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.Errors;

/// <summary>The words of a problem (RFC 9457) in the caller's language.</summary>
internal static class ProblemWords
{
    /// <summary>Problems are written after the part of the pipeline that chose the language has ended: chooses it again.</summary>
    public static void SpeakTheCallersLanguage(this HttpContext http)
    {
        if (http.Features.Get<IRequestCultureFeature>()?.RequestCulture is { } asked)
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (asked.Culture, asked.UICulture);
    }

    /// <summary>Gives our title to what was refused before it reached an endpoint; an exception has its title from <see cref="ProblemWriter"/>.</summary>
    public static void Say(ProblemDetailsContext problem)
    {
        var http = problem.HttpContext;
        var title = problem.ProblemDetails.Status switch
        {
            StatusCodes.Status401Unauthorized => "Sign in, or send an access token.",
            StatusCodes.Status403Forbidden => "You may not do this here.",
            StatusCodes.Status404NotFound => "There is nothing here.",
            StatusCodes.Status429TooManyRequests => "Too many calls. Wait a moment.",
            _ => null,
        };
        if (title is null || http.Features.Get<IExceptionHandlerFeature>() is not null)
            return;
        http.SpeakTheCallersLanguage();
        problem.ProblemDetails.Title = http.RequestServices.GetRequiredService<IStringLocalizer<ShellTexts>>()[title];
    }
}
