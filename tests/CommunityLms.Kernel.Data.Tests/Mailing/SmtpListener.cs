using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CommunityLms.Kernel.Data.Tests.Mailing;

/// <summary>
/// As much of a mail server as a test needs (RFC 5321): it takes mail on the loopback, or refuses as the test says. With a certificate it
/// offers STARTTLS (RFC 3207), and then asks for a name and a password (RFC 4954).
/// </summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2? _certificate;
    private readonly Task _loop;

    public SmtpListener(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _listener.Start();
        _loop = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Each mail as it came over the line.</summary>
    public ConcurrentQueue<string> Received { get; } = new();

    /// <summary>Answers to the next recipients, before they are taken.</summary>
    public ConcurrentQueue<string> Refusals { get; } = new();

    /// <summary>What was said before the line was encrypted, or all of it where it never was.</summary>
    public ConcurrentQueue<string> SaidInTheOpen { get; } = new();

    /// <summary>Name and password of each sign-in.</summary>
    public ConcurrentQueue<(string Name, string Password)> SignIns { get; } = new();

    /// <summary>How many recipients were named so far.</summary>
    public int Asked { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task Accept()
    {
        // Several at once, as a server does: a client that was refused may keep its line open while it calls again on another.
        while (true)
            _ = Serve(await _listener.AcceptTcpClientAsync(_stop.Token));
    }

    private async Task Serve(TcpClient accepted)
    {
        using var client = accepted;
        try
        {
            var line = new Line(client.GetStream());
            await line.Say("220 loopback");
            if (await Talk(line, isEncrypted: false))
                await Encrypted(client.GetStream());
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away, as one does that doesn't trust the certificate, or the test is over.
        }
    }

    private async Task Encrypted(NetworkStream open)
    {
        await using var encrypted = new SslStream(open);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
        var line = new Line(encrypted);
        await Talk(line, isEncrypted: true);
    }

    /// <returns>Whether the client wants to go on encrypted.</returns>
    private async Task<bool> Talk(Line line, bool isEncrypted)
    {
        while (await line.Hear(_stop.Token) is { } said)
        {
            if (!isEncrypted)
                SaidInTheOpen.Enqueue(said);
            switch (said.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO" when _certificate is not null:
                    await line.Say("250-loopback");
                    await line.Say(isEncrypted ? "250 AUTH LOGIN" : "250 STARTTLS");
                    break;
                case "STARTTLS":
                    await line.Say("220 go on");
                    return true;
                case "AUTH":
                    await SignIn(line, said);
                    break;
                case "RCPT":
                    Asked++;
                    await line.Say(Refusals.TryDequeue(out var refusal) ? refusal : "250 taken");
                    break;
                case "DATA":
                    await line.Say("354 go on");
                    Received.Enqueue(await ReadMail(line));
                    await line.Say("250 taken");
                    break;
                case "QUIT":
                    await line.Say("221 bye");
                    return false;
                default:
                    await line.Say("250 loopback");
                    break;
            }
        }
        return false;
    }

    /// <summary>AUTH LOGIN with the name at once, then the password.</summary>
    private async Task SignIn(Line line, string said)
    {
        var name = said.Split(' ')[2];
        await line.Say("334 UGFzc3dvcmQ6");
        SignIns.Enqueue((Plain(name), Plain((await line.Hear(_stop.Token))!)));
        await line.Say("235 welcome");
    }

    private async Task<string> ReadMail(Line line)
    {
        var mail = new StringBuilder();
        while (await line.Hear(_stop.Token) is { } read && read != ".")
            mail.AppendLine(read);
        return mail.ToString();
    }

    private static string Plain(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    private sealed class Line(Stream stream)
    {
        // Read byte by byte: what follows STARTTLS is no longer text.
        private readonly byte[] _one = new byte[1];

        public async Task Say(string text) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"));

        public async Task<string?> Hear(CancellationToken cancel)
        {
            var heard = new StringBuilder();
            while (await stream.ReadAsync(_one, cancel) > 0)
            {
                if (_one[0] == '\n')
                    return heard.ToString().TrimEnd('\r');
                heard.Append((char)_one[0]);
            }
            return null;
        }
    }
}
