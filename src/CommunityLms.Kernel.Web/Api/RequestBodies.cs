using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace CommunityLms.Kernel.Web.Api;

/// <summary>
/// Holds what a caller sends against its annotations, as a page does with a form. ASP.NET Core's own check for minimal APIs knows only types
/// of the project that maps them, and modules are projects of their own.
/// </summary>
internal static class RequestBodies
{
    public static async ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var body = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        var problems = context.Arguments.Where(a => a is not null && a.GetType() == body).SelectMany(a => Problems(a!, ""))
            .Concat(FormProblems(context)).GroupBy(p => p.Name, p => p.Text).ToDictionary(g => g.Key, g => g.ToArray());
        return problems.Count > 0 ? TypedResults.ValidationProblem(problems) : await next(context);
    }

    /// <summary>Those of a record and of the records inside it.</summary>
    private static IEnumerable<(string Name, string Text)> Problems(object value, string prefix)
    {
        var found = new List<ValidationResult>();
        Validator.TryValidateObject(value, new(value), found, validateAllProperties: true);
        var inside = value.GetType().GetProperties().Where(p => p.PropertyType.Assembly == value.GetType().Assembly && p.PropertyType.IsClass)
            .Select(p => (p.Name, Value: p.GetValue(value))).Where(p => p.Value is not null);
        return found.SelectMany(r => r.MemberNames.DefaultIfEmpty(""), (r, name) => (prefix + JsonName(name), r.ErrorMessage ?? ""))
            .Concat(inside.SelectMany(p => Problems(p.Value!, prefix + JsonName(p.Name) + ".")));
    }

    /// <summary>Those of the fields of a form, which are parameters of the handler.</summary>
    private static IEnumerable<(string Name, string Text)> FormProblems(EndpointFilterInvocationContext context) =>
        from field in (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? []).Select((p, i) => (Parameter: p, Value: context.Arguments[i]))
        from rule in field.Parameter.GetCustomAttributes<ValidationAttribute>()
        where !rule.IsValid(field.Value)
        select (field.Parameter.Name!, rule.FormatErrorMessage(field.Parameter.Name!));

    private static string JsonName(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
