using System.Net;
using System.Text.Json.Nodes;
using CommunityLms.Institutes.Tests.Hosting;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Institutes.Tests.Api;

/// <summary>One's own news; the trainee's, whom no other test tells any.</summary>
[Collection(InInstitutesHost.Name)]
public sealed class NotificationsThroughTheApi(InstitutesHost host)
{
    private const string News = "/api/v1/notifications", Reader = "trainee";

    [Fact]
    public async Task News_WhenReadOneByOneAndAtOnce_AreMarkedForTheirReaderAlone()
    {
        var (reader, other) = (await host.Browse(Reader), await host.Browse("mentor"));
        var told = await Tell(3);

        var first = await List(reader, "?size=2");
        var second = await List(reader, $"?size=2&after={first["next"]}");
        Ids(first).Concat(Ids(second)).Take(told.Count).ShouldBe(told.Reverse());
        Unread(first).ShouldBe(2);
        ((string?)first["items"]![0]!["url"]).ShouldBe("/institutes/seals");

        (await other.Call(HttpMethod.Post, $"{News}/{told[2]}/read")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.Browse("admin2")).Call(HttpMethod.Post, $"{News}/{told[2]}/read")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Call(HttpMethod.Post, $"{News}/read")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Unread(await List(reader, "?size=2")).ShouldBe(2);
        Ids(await List(other, "?size=200")).ShouldNotContain(told[2]);

        (await reader.Call(HttpMethod.Post, $"{News}/{told[2]}/read")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Unread(await List(reader, "?size=2")).ShouldBe(1);
        (await reader.Call(HttpMethod.Post, $"{News}/read")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Unread(await List(reader, "?size=200")).ShouldBe(0);
    }

    [Fact]
    public async Task News_ForVisitors_AreClosed()
    {
        using var visitor = host.Open();
        using var answer = await visitor.GetAsync(News);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<IReadOnlyList<Guid>> Tell(int count)
    {
        var account = (await host.ActorOf(Reader)).Account;
        return await host.As<IReadOnlyList<Guid>>(Reader, async services =>
        {
            var (db, now) = (services.GetRequiredService<KernelDbContext>(), host.Clock.GetUtcNow().UtcDateTime);
            List<Notification> news = [.. Enumerable.Range(0, count).Select(i => new Notification { AccountId = account, Kind = "Institutes.SealEntrusted", Args = "[\"章\",\"校\"]", Url = "/institutes/seals", At = now.AddSeconds(i) })];
            db.AddRange(news);
            await db.SaveChangesAsync();
            return [.. news.Select(n => n.Id)];
        });
    }

    private static async Task<JsonNode> List(Testing.Visitor reader, string query)
    {
        using var answer = await reader.Get(News + query);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private static IEnumerable<Guid> Ids(JsonNode page) => page["items"]!.AsArray().Select(n => n!["id"]!.GetValue<Guid>());

    private static int Unread(JsonNode page) => page["items"]!.AsArray().Count(n => !n!["isRead"]!.GetValue<bool>());
}
