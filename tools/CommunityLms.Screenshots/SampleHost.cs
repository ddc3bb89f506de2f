using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CommunityLms.Screenshots;

/// <summary>The real host with the sample institutes on a free port, over a database that is thrown away.</summary>
internal sealed class SampleHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("lms-screenshots-");
    private readonly Process _process;

    private SampleHost(string repository)
    {
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)port.LocalEndpoint).Port}";
        port.Stop();
        _process = Process.Start(new ProcessStartInfo("dotnet", [
            "run", "--no-launch-profile", "--project", Path.Combine(repository, "host", "CommunityLms.Host"), "--", "--environment", "Development", "--urls", Address,
            "--Database:ConnectionString", $"Data Source={Path.Combine(_data.FullName, "sample.db")}", "--Files:Folder", Path.Combine(_data.FullName, "files"), "--Logging:LogLevel:Default", "Warning"])
        { WorkingDirectory = Path.Combine(repository, "host", "CommunityLms.Host") })!;
    }

    public string Address { get; }

    /// <exception cref="TimeoutException">It didn't answer; what it wrote stands above.</exception>
    public static async Task<SampleHost> Start(string repository)
    {
        var host = new SampleHost(repository);
        using var web = new HttpClient();
        for (var begun = Stopwatch.StartNew(); begun.Elapsed < Patience; await Task.Delay(TimeSpan.FromSeconds(1)))
        {
            try
            {
                if ((await web.GetAsync(new Uri(host.Address + "/health/ready"))).IsSuccessStatusCode)
                    return host;
            }
            catch (HttpRequestException)
            {
                // It doesn't listen yet.
            }
        }
        await host.DisposeAsync();
        throw new TimeoutException("The host didn't answer.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }
}
