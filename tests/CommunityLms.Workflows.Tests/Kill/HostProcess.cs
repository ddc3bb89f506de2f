using System.Diagnostics;
using CommunityLms.Kernel.Data.Providers;

namespace CommunityLms.Workflows.Tests.Kill;

/// <summary>A host in a process of its own, as it is deployed, which can be killed.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly string _folder = Directory.CreateTempSubdirectory("lms-killed-").FullName;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(DatabaseOptions database)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CommunityLms.Host.dll"), "--urls", "http://127.0.0.1:0"]) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = _folder };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Testing",
            ["Database__Provider"] = database.Provider.ToString(),
            ["Database__ConnectionString"] = database.ConnectionString,
            ["Database__Synchronous"] = database.Synchronous,
            ["Files__Folder"] = _folder,
            ["Plugins__Folder"] = _folder,
            ["Workflows__LookEvery"] = "00:00:01",
            ["Workflows__Lease"] = "00:00:03",
            ["Logging__LogLevel__Default"] = "Error",
            ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
        })
            start.Environment[name] = value;
        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("Application started", StringComparison.Ordinal) == true)
                _started.TrySetResult();
        };
    }

    public static async Task<HostProcess> Start(DatabaseOptions database)
    {
        var host = new HostProcess(database);
        host._process.Start();
        host._process.BeginOutputReadLine();
        await host._started.Task.WaitAsync(s_patience);
        return host;
    }

    /// <summary>SIGKILL: nothing is finished, nothing is tidied up.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
