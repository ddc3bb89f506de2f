using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CommunityLms.Bench;

/// <summary>A web server in a process of its own, so that its processor time and memory are its own.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process _process;

    private Server(Process process, Uri url) => (_process, Url) = (process, url);

    public Uri Url { get; }

    /// <summary>From the start of the process to its first page.</summary>
    public TimeSpan ToFirstPage { get; private set; }

    public TimeSpan Processor => _process.TotalProcessorTime;

    /// <summary>The most memory the process held at once, in megabytes.</summary>
    public long PeakMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / 1024 / 1024;
        }
    }

    /// <summary>From now on it runs on the first core alone.</summary>
    public void HoldToOneCore()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
            _process.ProcessorAffinity = 1;
    }

    /// <summary>Starts the program and waits for its first page.</summary>
    /// <param name="path">A page that needs no sign-in.</param>
    /// <exception cref="InvalidOperationException">It ended, or answered nothing but errors.</exception>
    public static async Task<Server> Start(string folder, string assembly, string path, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments, url.ToString()]) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var began = Stopwatch.GetTimestamp();
        var server = new Server(Process.Start(start)!, url);
        server._process.OutputDataReceived += (_, _) => { };
        server._process.BeginOutputReadLine();
        await server.AwaitFirstPage(path, began);
        return server;
    }

    private async Task AwaitFirstPage(string path, long began)
    {
        using var http = new HttpClient { BaseAddress = Url };
        while (!_process.HasExited && Stopwatch.GetElapsedTime(began) < Patience)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    ToFirstPage = Stopwatch.GetElapsedTime(began);
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(10);
            }
        }
        await DisposeAsync();
        throw new InvalidOperationException($"The server at {Url} did not answer {path}.");
    }

    /// <summary>Asks it to end, as a service manager does, and waits.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited && !OperatingSystem.IsWindows())
        {
            using var asked = Process.Start("kill", [_process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(TimeSpan.FromSeconds(30)));
        }
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
