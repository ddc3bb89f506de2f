using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using CommunityLms.Kernel.Web.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.Api;

/// <summary>
/// Holds what a caller sends against its annotations, as a page does with a form. ASP.NET Core's own check for minimal APIs knows only types
/// of the project that maps them, and modules are projects of their own.
/// </summary>
internal static class RequestBodies
{
    public static async ValueTask<object?> Check(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var texts = context.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<ShellTexts>>();
        var body = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        var problems = context.Arguments.Where(a => a is not null && a.GetType() == body).SelectMany(a => Problems(a!, "", texts))
            .Concat(FormProblems(context, texts)).GroupBy(p => p.Name, p => p.Text).ToDictionary(g => g.Key, g => g.ToArray());
        return problems.Count > 0 ? TypedResults.ValidationProblem(problems, title: texts["Some values don't fit."]) : await next(context);
    }

    /// <summary>Those of a record and of the records inside it.</summary>
    private static IEnumerable<(string Name, string Text)> Problems(object record, string prefix, IStringLocalizer texts)
    {
        foreach (var property in record.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0))
        {
            var (name, value) = (JsonName(property.Name), property.GetValue(record));
            foreach (var text in Refusals(property, value, name, texts))
                yield return (prefix + name, text);
            if (value is not null && property.PropertyType.Assembly == record.GetType().Assembly && property.PropertyType.IsClass)
                foreach (var inside in Problems(value, $"{prefix}{name}.", texts))
                    yield return inside;
        }
    }

    /// <summary>Those of the fields of a form, which are parameters of the handler.</summary>
    private static IEnumerable<(string Name, string Text)> FormProblems(EndpointFilterInvocationContext context, IStringLocalizer texts) =>
        from field in (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? []).Select((p, i) => (Parameter: p, Value: context.Arguments[i]))
        from text in Refusals(field.Parameter, field.Value, field.Parameter.Name!, texts)
        select (field.Parameter.Name!, text);

    /// <summary>What the annotations say, in the caller's language; the program knows the field by its name, so no label stands in its place.</summary>
    private static IEnumerable<string> Refusals(ICustomAttributeProvider annotated, object? value, string name, IStringLocalizer texts)
    {
        foreach (var rule in annotated.GetCustomAttributes(typeof(ValidationAttribute), inherit: true).Cast<ValidationAttribute>().Where(r => !r.IsValid(value)))
        {
            // The attribute is made anew for every asker, so that its words can be this caller's.
            if (rule.ErrorMessage is { } own)
                rule.ErrorMessage = texts[own];
            else if (ValidationTexts.For(rule) is { } ours)
                rule.ErrorMessage = texts[ours];
            yield return rule.FormatErrorMessage(name);
        }
    }

    private static string JsonName(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
