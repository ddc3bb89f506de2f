using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Tabular;
using CommunityLms.Kernel.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Kernel.Web.Errors;

/// <summary>Turns the kernel's refusals into status codes: for the API with an RFC 9457 problem, for a page by the error page.</summary>
internal sealed class ProblemWriter(IProblemDetailsService problems, IStringLocalizer<ShellTexts> texts, ILogger<ProblemWriter> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, title) = exception switch
        {
            RuleBroken or TableRefused => (StatusCodes.Status422UnprocessableEntity, "A rule doesn't allow this."),
            AccessDenied => (StatusCodes.Status403Forbidden, "You may not do this here."),
            RecordMissing => (StatusCodes.Status404NotFound, "There is nothing here."),
            ChangedMeanwhile => (StatusCodes.Status412PreconditionFailed, "Somebody else changed this meanwhile. Load it again."),
            AntiforgeryValidationException => (StatusCodes.Status400BadRequest, "This form can't be used any more"),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (StatusCodes.Status413PayloadTooLarge, "The file is too large"),
            BadHttpRequestException bad => (bad.StatusCode, "The request can't be read."),
            _ => (StatusCodes.Status500InternalServerError, "Something went wrong on our side."),
        };
        NoteRefusal(exception, httpContext);
        // Once a handler has answered, the framework logs nothing: an error of ours must never pass in silence.
        if (status == StatusCodes.Status500InternalServerError)
            log.LogError(exception, "Failed at {Method} {Path}", httpContext.Request.Method, httpContext.Request.Path);
        httpContext.Response.StatusCode = status;
        if (!httpContext.IsApi())
            return true; // The status-code page, which stands before this handler, writes the body.
        httpContext.SpeakTheCallersLanguage();
        var problem = new ProblemDetails { Status = status, Title = texts[title] };
        if (exception is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
            problem.Detail = exception.Message;
        if (exception is RuleBroken broken)
        {
            problem.Detail = broken.In(texts);
            var errors = broken.Others.Prepend(broken).Where(b => b.Rule.Field is not null).GroupBy(b => b.Rule.Field!).ToDictionary(g => g.Key, g => g.Select(b => b.In(texts)).ToArray());
            if (errors.Count > 0)
                problem.Extensions["errors"] = errors;
        }
        if (exception is TableRefused refused)
        {
            var said = texts[refused.Problem.Text, [.. refused.Args]].Value;
            problem.Detail = refused.Row is { } row ? texts["Row {0}: {1}", row, said] : said;
        }
        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = problem });
    }

    private void NoteRefusal(Exception exception, HttpContext http)
    {
        // The current person ended with the part of the pipeline that threw.
        var (path, account) = (http.Request.Path, http.User.ToActor()?.AccountId);
        if (exception is AccessDenied denied)
            log.LogWarning("Refused: {Permission} at {Path} for account {Account}", denied.Permission, path, account);
        else if (exception is AntiforgeryValidationException)
            log.LogWarning("Refused: a forged or outdated form at {Path} from account {Account}", path, account);
        else if (exception is RecordMissing)
            log.LogInformation("Refused: {Reason} It was asked for at {Path} by account {Account}", exception.Message, path, account);
    }
}

internal static class ApiRequests
{
    public static bool IsApi(this HttpContext context) => context.Request.Path.StartsWithSegments("/api");
}
