using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace CommunityLms.Kernel.Web.Api;

/// <summary>Adds to /openapi/v1.json what is the same for every endpoint: how to sign in, which problems to expect, a name for each operation.</summary>
internal static class ApiDescription
{
    private const string Token = "accessToken";

    public static void AddLmsApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "CommunityLms", Version = "v1", Description = "A call bears an access token, which people make on their page \u201cAccess tokens\u201d. Refusals are problems after RFC 9457." };
            (document.Components ??= new()).SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An access token: lms_\u2026" },
            };
            document.Security = [new() { [new(Token, document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Complete(operation, context);
            return Task.CompletedTask;
        });
    });

    private static void Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var (method, path) = (context.Description.HttpMethod ?? "GET", context.Description.RelativePath ?? "");
        operation.OperationId ??= NameOf(method, path);
        var responses = operation.Responses ??= [];
        Add(StatusCodes.Status401Unauthorized, "There is no access token, or it holds no longer.");
        Add(StatusCodes.Status403Forbidden, "You may not do this here.");
        if (path.Contains('{', StringComparison.Ordinal) || !HttpMethods.IsGet(method))
            Add(StatusCodes.Status404NotFound, "There is nothing of this id in the institute within your reach.");
        if (!HttpMethods.IsGet(method))
            Add(StatusCodes.Status422UnprocessableEntity, "A rule doesn't allow this; the problem says which and names the field.");
        if (operation.RequestBody is not null || operation.Parameters is { Count: > 0 })
            Add(StatusCodes.Status400BadRequest, "The request can't be read, or lacks what is needed.");
        Add(StatusCodes.Status429TooManyRequests, "Too many calls; wait a second.");
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<VersionExpected>().Any())
        {
            Add(StatusCodes.Status412PreconditionFailed, "Somebody else changed it meanwhile, or If-Match is missing.");
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "If-Match", In = ParameterLocation.Header, Required = true, Description = "The version seen: the ETag of the record.", Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        void Add(int status, string description) => responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse
        {
            Description = description, Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() },
        });
    }

    /// <summary>PUT api/v1/institutes/people/{id} is PutInstitutesPeopleById.</summary>
    private static string NameOf(string method, string path) => string.Concat(
        path.Split('/', '-').Skip(2).Prepend(method.ToLowerInvariant()).Where(part => part.Length > 0)
            .Select(part => part.StartsWith('{') ? "By" + Capital(part.Trim('{', '}').Split(':')[0]) : Capital(part)));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
