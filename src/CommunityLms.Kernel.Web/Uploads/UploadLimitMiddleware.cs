using CommunityLms.Kernel.Web.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.Uploads;

/// <summary>
/// Refuses what is too large by its announced length, before a byte of it is read. A page is shown again with the words beside its file
/// field (<see cref="TagHelpers.LmsFileTagHelper"/>), the API answers with a problem.
/// </summary>
/// <remarks>What comes without a length is cut off by Kestrel at the same limit.</remarks>
internal sealed class UploadLimitMiddleware(RequestDelegate next, UploadLimit limit, IStringLocalizer<ShellTexts> texts)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!(context.Request.ContentLength > limit.Bytes))
            return next(context);
        // The server reads on and throws away for some seconds: a connection cut at once would reach the reader before the words do.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = null;
        if (context.IsApi() || !context.Request.HasFormContentType)
            throw new BadHttpRequestException(texts["The file is larger than {0} MB. Make it smaller or split it.", limit.Megabytes], StatusCodes.Status413PayloadTooLarge);
        return ShowFormAgain(context);
    }

    private Task ShowFormAgain(HttpContext context)
    {
        var request = context.Request;
        context.Features.Set(new FileWasTooLarge());
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        (request.Method, request.Body, request.ContentType, request.ContentLength) = (HttpMethods.Get, Stream.Null, null, null);
        request.QueryString = QueryString.Create(request.Query.Where(field => field.Key != "handler"));
        return next(context);
    }
}

/// <summary>Marks a request whose form was refused unread because of its size.</summary>
internal sealed class FileWasTooLarge;
