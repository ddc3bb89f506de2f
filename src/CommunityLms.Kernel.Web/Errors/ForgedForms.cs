using CommunityLms.Kernel.Tenancy;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Kernel.Web.Errors;

/// <summary>Logs a form that was refused because it came from elsewhere, was another account's or was open too long.</summary>
internal sealed class ForgedForms(ICurrentUser user, ILogger<ForgedForms> log) : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
            log.LogWarning("Refused: a forged or outdated form at {Path} from account {Account}", context.HttpContext.Request.Path, user.Actor?.AccountId);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
