using System.Text.Json.Nodes;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Testing;

namespace CommunityLms.Institutes.Tests.Api;

/// <summary>The description at /openapi/v1.json is whole, for every module's endpoints.</summary>
[Collection(OnSqlite.Name)]
public sealed class ApiDescribesItself(SampleHost<SqliteDatabase> host)
{
    private static readonly string[] Everywhere = ["401", "403", "429"];
    private static readonly string[] Verbs = ["get", "post", "put", "delete", "patch"];

    [Fact]
    public async Task Operation_Always_HasANameASummaryAndItsRefusals()
    {
        var operations = await Operations();
        operations.Count.ShouldBeGreaterThan(40);
        operations.Select(o => Text(o.Operation, "operationId")).ShouldBeUnique();
        (from o in operations where string.IsNullOrEmpty(Text(o.Operation, "summary")) select $"{o.Name} has no summary").ShouldBeEmpty();
        (from o in operations
         let statuses = o.Operation["responses"]!.AsObject().Select(r => r.Key).ToHashSet()
         from needed in Everywhere.Concat(o.Name.Contains('{', StringComparison.Ordinal) ? ["404"] : []).Concat(IfMatch(o.Operation) ? ["412"] : [])
         where !statuses.Contains(needed)
         select $"{o.Name} doesn't document {needed}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Operation_Always_SaysWhatComesBack() =>
        (from o in await Operations()
         let good = o.Operation["responses"]!.AsObject().Where(r => r.Key.StartsWith('2')).ToList()
         where good.Count == 0 || good.Any(r => r.Key is "200" or "201" && r.Value!["content"] is null)
         select $"{o.Name} doesn't say what comes back").ShouldBeEmpty();

    [Fact]
    public async Task Change_WhenItNeedsTheVersion_SaysSo() =>
        (await Operations()).Where(o => Text(o.Operation, "summary").Contains("If-Match", StringComparison.Ordinal) != IfMatch(o.Operation)).Select(o => o.Name).ShouldBeEmpty();

    private async Task<List<(string Name, JsonNode Operation)>> Operations()
    {
        var description = JsonNode.Parse((await host.Open().Open("/openapi/v1.json")).Html)!;
        return [.. from path in description["paths"]!.AsObject() from operation in path.Value!.AsObject() where Verbs.Contains(operation.Key) select ($"{operation.Key} {path.Key}", operation.Value!)];
    }

    private static string Text(JsonNode operation, string name) => operation[name]?.GetValue<string>() ?? "";

    private static bool IfMatch(JsonNode operation) => operation["parameters"]?.AsArray().Any(p => Text(p!, "name") == "If-Match") ?? false;
}
