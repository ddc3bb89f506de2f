using System.Globalization;
using CommunityLms.Kernel.Data.Mailing;
using CommunityLms.Kernel.Data.Notifications;
using CommunityLms.Kernel.Data.Tests.Hosting;
using CommunityLms.Kernel.Data.Tests.Sample;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Localization;
using CommunityLms.Kernel.Notifications;
using CommunityLms.Kernel.Settings;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Data.Tests.Notifications;

public sealed class NotificationsOnSqlite(SqliteDatabase database) : NotificationTests(database), IClassFixture<SqliteDatabase>;

public sealed class NotificationsOnPostgreSql(PostgreSqlDatabase database) : NotificationTests(database), IClassFixture<PostgreSqlDatabase>;

public abstract class NotificationTests(TestDatabase database)
{
    private readonly Guid _institute = Guid.CreateVersion7();
    private readonly Actor _li = new(SampleAccounts.Add("li@school.example", "Li Na", "en"), "Li Na");
    private readonly Actor _wang = new(SampleAccounts.Add("wang@school.example", "王芳", Languages.Chinese), "王芳");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Notify_WhenNobodyChose_TellsInTheAppAndByMailWhereTheKindSaysSo()
    {
        await using var host = await KernelHost.Start(database);
        await host.Do(tenant: null, actor: null, s => s.GetRequiredService<ISettings>().Set(MailSettings.SiteAddress, SettingLevels.Host, "https://lms.example/", Cancel));
        await Notify(host, SampleNews.VisitorCame, "Zhao");
        await Notify(host, SampleNews.RoomChanged, "B 201");

        (await List(host, _li)).Select(n => n.Text).ShouldBe(["The room is B 201 now.", "Zhao is here."]);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.Chinese);
        (await List(host, _wang)).Select(n => n.Text).ShouldBe(["教室改为B 201。", "Zhao is here."]);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.English);

        var mails = await Mails(host);
        mails.Select(m => (m.To, m.Subject)).ShouldBe([("li@school.example", "A room changed"), ("wang@school.example", "教室变更")], ignoreOrder: true);
        mails.Single(m => m.To.StartsWith("li", StringComparison.Ordinal)).Text.ShouldStartWith("Hello Li Na,\n\nThe room is B 201 now.\n\nhttps://lms.example/rooms\n\n");
        mails.Single(m => m.To.StartsWith("wang", StringComparison.Ordinal)).Text.ShouldStartWith("王芳，您好：\n\n教室改为B 201。\n\n");
    }

    [Fact]
    public async Task Notify_WhenAPersonChose_FollowsTheChoice()
    {
        await using var host = await KernelHost.Start(database);
        await Do(host, _li, async inbox =>
        {
            await inbox.Prefer(SampleNews.RoomChanged.Name, inApp: true, byMail: false, Cancel);
            await inbox.Prefer(SampleNews.VisitorCame.Name, inApp: false, byMail: true, Cancel);
        });

        await Notify(host, SampleNews.VisitorCame, "Zhao");
        await Notify(host, SampleNews.RoomChanged, "B 201");

        (await List(host, _li)).Select(n => n.Text).ShouldBe(["The room is B 201 now."]);
        (await Mails(host)).Where(m => m.To.StartsWith("li", StringComparison.Ordinal)).ShouldHaveSingleItem().Subject.ShouldBe("A visitor came");
        (await For(host, _li, inbox => inbox.Preferences(Cancel))).Select(p => (p.Kind, p.InApp, p.ByMail))
            .ShouldBe([(SampleNews.VisitorCame.Name, false, true), (SampleNews.RoomChanged.Name, true, false)]);
        await Should.ThrowAsync<RecordMissing>(() => Do(host, _li, inbox => inbox.Prefer("Nothing.Known", inApp: true, byMail: true, Cancel)));
    }

    [Fact]
    public async Task CountUnread_WhenNewsIsReadOrComes_IsRightAtOnce()
    {
        await using var host = await KernelHost.Start(database);
        (await For(host, _li, i => i.CountUnread(Cancel))).ShouldBe(0);
        for (var i = 0; i < 3; i++)
            await Notify(host, SampleNews.VisitorCame, $"Guest {i}");
        (await For(host, _li, i => i.CountUnread(Cancel))).ShouldBe(3);

        var newest = (await List(host, _li))[0];
        (await For(host, _wang, i => i.MarkRead(newest.Id, Cancel))).ShouldBeFalse();
        (await For(host, _li, i => i.CountUnread(Cancel))).ShouldBe(3);
        (await For(host, _li, i => i.MarkRead(newest.Id, Cancel))).ShouldBeTrue();
        (await For(host, _li, i => i.CountUnread(Cancel))).ShouldBe(2);
        (await List(host, _li)).Count(n => n.IsRead).ShouldBe(1);
        await Do(host, _li, i => i.MarkAllRead(Cancel));
        (await For(host, _li, i => i.CountUnread(Cancel))).ShouldBe(0);
        (await For(host, _wang, i => i.CountUnread(Cancel))).ShouldBe(3);
    }

    [Fact]
    public async Task List_WhenThereIsMoreThanAPage_GoesOnWhereItEndedAndShowsNoOtherInstitutes()
    {
        await using var host = await KernelHost.Start(database);
        for (var i = 0; i < 5; i++)
            await Notify(host, SampleNews.VisitorCame, $"Guest {i}");

        var first = await For(host, _li, i => i.List(new(Size: 3), Cancel));
        var second = await For(host, _li, i => i.List(new(first.Next, 3), Cancel));

        first.Items.Concat(second.Items).Select(n => n.Text).ShouldBe(Enumerable.Range(0, 5).Reverse().Select(i => $"Guest {i} is here."));
        second.Next.ShouldBeNull();
        (await host.In(Guid.CreateVersion7(), _li, s => s.GetRequiredService<INotificationInbox>().List(new(), Cancel))).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Notify_WhenArgumentsAreLong_CutsThem()
    {
        await using var host = await KernelHost.Start(database);
        await Notify(host, SampleNews.VisitorCame, new string('长', 900));

        (await List(host, _li)).ShouldHaveSingleItem().Text.ShouldBe(new string('长', 199) + "… is here.");
    }

    private Task Notify(KernelHost host, NotificationKind kind, string arg) => host.Do(_institute, actor: null, s => s.GetRequiredService<INotifier>().Notify([_li.AccountId, _wang.AccountId, _li.AccountId], kind, "/rooms", Cancel, arg));

    private Task<T> For<T>(KernelHost host, Actor actor, Func<INotificationInbox, Task<T>> work) =>
        host.In(_institute, actor, s => work(s.GetRequiredService<INotificationInbox>()));

    private Task Do(KernelHost host, Actor actor, Func<INotificationInbox, Task> work) =>
        host.Do(_institute, actor, s => work(s.GetRequiredService<INotificationInbox>()));

    private async Task<IReadOnlyList<NotificationRow>> List(KernelHost host, Actor actor) => (await For(host, actor, i => i.List(new(), Cancel))).Items;

    /// <summary>The mails to this test's two people; each test begins with none.</summary>
    private static async Task<List<OutgoingMail>> Mails(KernelHost host)
    {
        var mails = await host.Kernel(db => db.Mails.AsNoTracking().ToListAsync(Cancel));
        await host.Kernel(db => db.Mails.ExecuteDeleteAsync(Cancel));
        return mails;
    }
}
