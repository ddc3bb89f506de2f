using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CommunityLms.Kernel.Data.Mailing;
using CommunityLms.Kernel.Data.Tests.Hosting;
using CommunityLms.Kernel.Notifications;
using CommunityLms.Kernel.Settings;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Data.Tests.Mailing;

/// <summary>Over a real socket, with STARTTLS and a password.</summary>
public sealed class EncryptedMailTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    private const string UserName = "lms", Password = "river stone lantern 7";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_WhenTheServerIsTrusted_SignsInEncryptedAndArrivesInItsLanguage()
    {
        using var certificate = Certificate();
        using var _ = new Trust(certificate);
        await using var server = new SmtpListener(certificate);
        await using var host = await KernelHost.Start(database);
        await Use(host, server);

        await Send(host, "wang@school.example", "教室变更：周五公开课改到图书馆", "教室改为B 201。\r\n.\r\n完");
        await Sent(host, "wang@school.example", MailState.Sent);

        server.SignIns.ShouldBe([(UserName, Password)]);
        server.SaidInTheOpen.Select(said => said.Split(' ')[0]).ShouldBe(["EHLO", "STARTTLS"]);
        var (headers, body) = Parts(server.Received.ShouldHaveSingleItem());
        Decoded(headers["Subject"]).ShouldBe("教室变更：周五公开课改到图书馆");
        headers["Content-Type"].ShouldBe("text/plain; charset=utf-8");
        headers["Content-Transfer-Encoding"].ShouldBe("base64");
        Encoding.UTF8.GetString(Convert.FromBase64String(body)).ShouldBe("教室改为B 201。\r\n.\r\n完");
    }

    [Fact]
    public async Task Send_WhenTheCertificateIsNotTrusted_TellsNothingAndFailsVisibly()
    {
        using var certificate = Certificate();
        await using var server = new SmtpListener(certificate);
        await using var host = await KernelHost.Start(database);
        await Use(host, server);

        await Send(host, "li@school.example", "Hello", "Text");
        var mail = await Sent(host, "li@school.example", MailState.Failed);

        mail.Attempts.ShouldBe(3);
        mail.Error.ShouldNotBeNullOrEmpty();
        server.SignIns.ShouldBeEmpty();
        server.Asked.ShouldBe(0);
        host.Log.All.ShouldContain("failed at attempt 3");
    }

    [Fact]
    public async Task Send_WhenTheServerOffersNoEncryption_TellsNothingAndFailsVisibly()
    {
        await using var server = new SmtpListener();
        await using var host = await KernelHost.Start(database);
        await Use(host, server);

        await Send(host, "zhao@school.example", "Hello", "Text");
        await Sent(host, "zhao@school.example", MailState.Failed);

        server.Asked.ShouldBe(0);
        server.SaidInTheOpen.ShouldNotContain(said => said.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>For localhost, by nobody but itself.</summary>
    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private static (Dictionary<string, string> Headers, string Body) Parts(string mail)
    {
        var parts = mail.ReplaceLineEndings("\n").Split("\n\n", 2);
        // A line that begins with a space goes on with the one before (RFC 5322, 2.2.3).
        var headers = parts[0].Replace("\n ", " ", StringComparison.Ordinal).Split('\n').Select(line => line.Split(": ", 2)).ToDictionary(h => h[0], h => h[1]);
        return (headers, parts[1].Replace("\n", "", StringComparison.Ordinal));
    }

    /// <summary>Words of the form =?utf-8?B?…?= (RFC 2047).</summary>
    private static string Decoded(string header) => string.Concat(header.Split(' ').Select(word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Split('?')[3]))));

    private static async Task Use(KernelHost host, SmtpListener server)
    {
        await Set(host, MailSettings.Port, server.Port.ToString(CultureInfo.InvariantCulture));
        await Set(host, MailSettings.Security, MailSettings.StartTls);
        await Set(host, MailSettings.UserName, UserName);
        await Set(host, MailSettings.Password, Password);
        await Set(host, MailSettings.From, "lms@office.example");
        await Set(host, MailSettings.Host, "localhost");
    }

    private static Task Set(KernelHost host, Setting setting, string text) => host.Do(tenant: null, actor: null, s => s.GetRequiredService<ISettings>().Set(setting, SettingLevels.Host, text, Cancel));

    private static Task Send(KernelHost host, string to, string subject, string text) => host.Do(tenant: null, actor: null, s => s.GetRequiredService<IMailer>().Send(new(to, subject, text), Cancel));

    private static Task<OutgoingMail> Sent(KernelHost host, string to, MailState state) =>
        Eventually.Get(() => host.Kernel(db => db.Mails.AsNoTracking().SingleAsync(m => m.To == to, Cancel)), m => m.State == state);

#pragma warning disable SYSLIB0014, MA0039 // SmtpClient asks only here whether it may trust a certificate that the system does not; a test can trust none with the system.
    /// <summary>Trusts one certificate more than the system does.</summary>
    private sealed class Trust : IDisposable
    {
        public Trust(X509Certificate2 certificate) =>
            ServicePointManager.ServerCertificateValidationCallback = (_, shown, _, faults) => faults == System.Net.Security.SslPolicyErrors.None || shown?.GetCertHashString() == certificate.GetCertHashString();

        public void Dispose() => ServicePointManager.ServerCertificateValidationCallback = null;
    }
#pragma warning restore SYSLIB0014, MA0039
}
