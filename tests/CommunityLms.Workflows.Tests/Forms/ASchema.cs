using System.Text.Json.Nodes;
using CommunityLms.Workflows.Engine.Bpmn;
using CommunityLms.Workflows.Forms.Filling;
using CommunityLms.Workflows.Forms.Schema;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CommunityLms.Workflows.Tests.Forms;

/// <summary>Small forms, and what a page sends for them.</summary>
internal static class ASchema
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public static string Of(params string[] components) => $$"""{"type":"default","schemaVersion":19,"components":[{{string.Join(',', components)}}]}""";

    /// <summary>A form that can be carried out.</summary>
    public static Form Form(params string[] components)
    {
        var read = FormReader.Read(Of(components), "Form");
        read.Problems.ShouldBeEmpty();
        return read.Form!;
    }

    public static Problem Problem(params string[] components) => FormReader.Read(Of(components), "Form").Problems.ShouldHaveSingleItem();

    public static FormMoment Sent(this Form form, JsonObject variables, params IEnumerable<(string Name, string Value)> fields)
    {
        var posted = new FormCollection(fields.GroupBy(f => f.Name).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Value)])));
        var page = new PostedForm(posted, (_, _) => []);
        return FormMoment.Of(form, variables, page.Read(form), Now);
    }

    public static FormMoment Sent(this Form form, params IEnumerable<(string Name, string Value)> fields) => form.Sent([], fields);
}
