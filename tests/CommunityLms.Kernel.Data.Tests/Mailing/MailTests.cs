using System.Globalization;
using System.Text;
using CommunityLms.Kernel.Data.Mailing;
using CommunityLms.Kernel.Data.Tests.Hosting;
using CommunityLms.Kernel.Notifications;
using CommunityLms.Kernel.Settings;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Data.Tests.Mailing;

public sealed class MailOnSqlite(SqliteDatabase database) : MailTests(database), IClassFixture<SqliteDatabase>;

public sealed class MailOnPostgreSql(PostgreSqlDatabase database) : MailTests(database), IClassFixture<PostgreSqlDatabase>;

public abstract class MailTests(TestDatabase database)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_WhenAServerIsNamed_ArrivesInItsLanguage()
    {
        await using var server = new SmtpListener();
        await using var host = await KernelHost.Start(database);
        await Use(host, server);

        await Send(host, "wang@school.example", "教室变更\r\nBcc: everyone@school.example", "教室改为B 201。");
        var mail = await Sent(host, "wang@school.example", MailState.Sent);

        mail.Attempts.ShouldBe(1);
        var received = server.Received.ShouldHaveSingleItem();
        received.ShouldContain("From: lms@office.example");
        received.ShouldContain("To: wang@school.example");
        received.Split('\n').ShouldNotContain(line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
        received.ReplaceLineEndings("").ShouldContain(Convert.ToBase64String(Encoding.UTF8.GetBytes("教室改为B 201。")));
        mail.Subject.ShouldBe("教室变更 Bcc: everyone@school.example");
    }

    [Fact]
    public async Task Send_WhenTheServerIsBusy_IsTriedAgainAndNoAddressReachesTheLog()
    {
        await using var server = new SmtpListener();
        server.Refusals.Enqueue("451 busy, busy@school.example may try later");
        await using var host = await KernelHost.Start(database);
        await Use(host, server);

        await Send(host, "busy@school.example", "Hello", "Text");
        (await Sent(host, "busy@school.example", MailState.Sent)).Attempts.ShouldBe(2);

        server.Received.Count.ShouldBe(1);
        host.Log.All.ShouldContain("failed at attempt 1");
        host.Log.All.ShouldNotContain("busy@school.example");
    }

    [Fact]
    public async Task Send_WhenTheServerKnowsNoSuchAddress_FailsAtOnce()
    {
        await using var server = new SmtpListener();
        server.Refusals.Enqueue("550 nobody@school.example is unknown");
        await using var host = await KernelHost.Start(database);
        await Use(host, server);

        await Send(host, "nobody@school.example", "Hello", "Text");
        var mail = await Sent(host, "nobody@school.example", MailState.Failed);

        mail.Attempts.ShouldBe(1);
        mail.Error.ShouldNotBeNullOrEmpty();
        host.Log.All.ShouldNotContain("nobody@school.example");
    }

    [Fact]
    public async Task Send_WhenItKeepsFailing_IsGivenUpAfterTheLastTry()
    {
        await using var server = new SmtpListener();
        for (var i = 0; i < 9; i++)
            server.Refusals.Enqueue("451 busy");
        await using var host = await KernelHost.Start(database);
        await Use(host, server);

        await Send(host, "never@school.example", "Hello", "Text");

        (await Sent(host, "never@school.example", MailState.Failed)).Attempts.ShouldBe(3);
        server.Asked.ShouldBe(3);
    }

    [Fact]
    public async Task Send_WhenTheAddressIsNone_FailsAtOnce()
    {
        await using var server = new SmtpListener();
        await using var host = await KernelHost.Start(database);
        await Use(host, server);

        await Send(host, "no address", "Hello", "Text");

        (await Sent(host, "no address", MailState.Failed)).Attempts.ShouldBe(1);
        server.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task Send_WhenNoServerIsNamed_Waits()
    {
        await using var host = await KernelHost.Start(database);
        await Set(host, MailSettings.Host, null);

        await Send(host, "waiting@school.example", "Hello", "Text");
        await Task.Delay(400, Cancel);

        (await Sent(host, "waiting@school.example", MailState.Waiting)).Attempts.ShouldBe(0);
        await host.Kernel(db => db.Mails.ExecuteDeleteAsync(Cancel));
    }

    private static async Task Use(KernelHost host, SmtpListener server)
    {
        await Set(host, MailSettings.Port, server.Port.ToString(CultureInfo.InvariantCulture));
        await Set(host, MailSettings.Security, MailSettings.NoEncryption);
        await Set(host, MailSettings.From, "lms@office.example");
        await Set(host, MailSettings.Host, "127.0.0.1");
    }

    private static Task Set(KernelHost host, Setting setting, string? text) => host.Do(tenant: null, actor: null, s => s.GetRequiredService<ISettings>().Set(setting, SettingLevels.Host, text, Cancel));

    private static Task Send(KernelHost host, string to, string subject, string text) => host.Do(tenant: null, actor: null, s => s.GetRequiredService<IMailer>().Send(new(to, subject, text), Cancel));

    private static Task<OutgoingMail> Sent(KernelHost host, string to, MailState state) =>
        Eventually.Get(() => host.Kernel(db => db.Mails.AsNoTracking().SingleAsync(m => m.To == to, Cancel)), m => m.State == state);
}
