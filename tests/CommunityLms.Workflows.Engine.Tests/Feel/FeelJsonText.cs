using System.Text.Json;
using CommunityLms.Workflows.Engine.Feel;

namespace CommunityLms.Workflows.Engine.Tests.Feel;

/// <summary>How values look as JSON: other programs read it too.</summary>
public sealed class FeelJsonText
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("1.50", "1.50")]
    [InlineData("\"王\"", "\"王\"")]
    [InlineData("[1, [true]]", "[1,[true]]")]
    [InlineData("{a b: {c: null}}", "{\"a b\":{\"c\":null}}")]
    [InlineData("@\"2026-01-01\"", "{\"@\":\"2026-01-01\"}")]
    [InlineData("@\"2026-01-01T10:00:00+08:00\"", "{\"@\":\"2026-01-01T10:00:00+08:00\"}")]
    [InlineData("@\"P1DT2H\"", "{\"@\":\"P1DT2H\"}")]
    [InlineData("[1..5)", "{\"@\":\"[1..5)\"}")]
    [InlineData("(> 2)", "{\"@\":\"(2..)\"}")]
    [InlineData("{\"@\": \"2026-01-01\"}", "{\"@@\":\"2026-01-01\"}")]
    [InlineData("{\"@@\": 1}", "{\"@@@\":1}")]
    [InlineData("{\"@\": 1, b: 2}", "{\"@\":1,\"b\":2}")]
    [InlineData("{f: count}", "{\"f\":null}")]
    public void Value_WhenWritten_LooksLikeThis(string expression, string json) => FeelJson.Write(FeelWorld.Value(expression)).ShouldBe(json);

    [Theory]
    [InlineData("{\"@\": \"tomorrow\"}")]
    [InlineData("{\"@\": 5}")]
    [InlineData("1e400")]
    [InlineData("[1,")]
    public void Json_WhenItStandsForNoValue_IsRefused(string json) => Should.Throw<JsonException>(() => FeelJson.Read(json));
}
