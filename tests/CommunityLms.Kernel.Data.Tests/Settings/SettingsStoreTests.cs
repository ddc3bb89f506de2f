using System.Data.Common;
using CommunityLms.Kernel.Data.Tests.Hosting;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Settings;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Data.Tests.Settings;

public sealed class SettingsStoreOnSqlite(SqliteDatabase database) : SettingsStoreTests(database), IClassFixture<SqliteDatabase>;

public sealed class SettingsStoreOnPostgreSql(PostgreSqlDatabase database) : SettingsStoreTests(database), IClassFixture<PostgreSqlDatabase>;

public abstract class SettingsStoreTests(TestDatabase database)
{
    private const SettingLevels Everywhere = SettingLevels.Host | SettingLevels.Institute | SettingLevels.Person;
    private static readonly Rule Positive = new("“{0}” is above zero.");
    private readonly Setting<int> _seats = new($"Sample.Seats{Guid.CreateVersion7():N}", "Seats", 30, Everywhere) { Check = (seats => seats > 0, Positive) };
    private readonly Guid _institute = Guid.CreateVersion7();
    private readonly Actor _li = new(Guid.CreateVersion7(), "Li Na");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_WhenSetAtSeveralLevels_TakesTheNearest()
    {
        await using var host = await KernelHost.Start(database);
        (await Get(host)).ShouldBe(30);
        await Set(host, _seats, SettingLevels.Host, "40");
        (await Get(host)).ShouldBe(40);
        await Set(host, _seats, SettingLevels.Institute, "50");
        (await Get(host)).ShouldBe(50);
        await Set(host, _seats, SettingLevels.Person, "60");
        (await Get(host)).ShouldBe(60);

        (await host.In(_institute, actor: null, s => s.GetRequiredService<ISettings>().Get(_seats, Cancel))).ShouldBe(50);
        (await host.In(Guid.CreateVersion7(), _li with { AccountId = Guid.CreateVersion7() }, s => s.GetRequiredService<ISettings>().Get(_seats, Cancel))).ShouldBe(40);
        (await host.In(_institute, _li, s => s.GetRequiredService<ISettings>().SetAt(SettingLevels.Institute, Cancel)))[_seats.Name].ShouldBe("50");

        await Set(host, _seats, SettingLevels.Person, null);
        (await Get(host)).ShouldBe(50);
    }

    [Theory]
    [InlineData("many")]
    [InlineData("0")]
    public async Task Set_WhenTheTextIsNoValue_IsRefused(string text)
    {
        await using var host = await KernelHost.Start(database);

        await Should.ThrowAsync<RuleBroken>(() => Set(host, _seats, SettingLevels.Institute, text));

        (await Get(host)).ShouldBe(30);
    }

    [Fact]
    public async Task Set_WhenTheLevelIsNotTheSettings_IsRefused()
    {
        await using var host = await KernelHost.Start(database);
        var ours = new Setting<string>("Sample.Ours", "Ours", "", SettingLevels.Institute);

        await Should.ThrowAsync<RuleBroken>(() => Set(host, ours, SettingLevels.Person, "x"));
        await Should.ThrowAsync<RuleBroken>(() => host.Do(tenant: null, _li, s => s.GetRequiredService<ISettings>().Set(ours, SettingLevels.Institute, "x", Cancel)));
    }

    [Fact]
    public async Task Set_WhenItIsASecret_IsReadableToTheHostOnly()
    {
        const string Secret = "open sesame";
        await using var host = await KernelHost.Start(database);
        var password = new Setting<string>($"Sample.Password{Guid.CreateVersion7():N}", "Password", "", SettingLevels.Institute) { IsSecret = true };
        await Set(host, password, SettingLevels.Institute, Secret);

        (await host.In(_institute, _li, s => s.GetRequiredService<ISettings>().Get(password, Cancel))).ShouldBe(Secret);
        (await host.Kernel(db => db.Settings.SingleAsync(v => v.Name == password.Name, Cancel))).Text.ShouldNotContain(Secret);
        (await host.Kernel(db => db.Audit.CountAsync(a => a.Changes.Contains(Secret), Cancel))).ShouldBe(0);
    }

    [Fact]
    public async Task Get_WhenAnOlderReadEndsAfterASet_ShowsTheNewValue()
    {
        var slow = new SlowRead(_institute);
        await using var host = await KernelHost.StartWith(database, services => services.ConfigureDbContext<KernelDbContext>(o => o.AddInterceptors(slow)));
        var older = Get(host);
        await slow.HasRead;

        await Set(host, _seats, SettingLevels.Institute, "50");
        slow.GoOn();

        (await older).ShouldBe(30);
        (await Get(host)).ShouldBe(50);
    }

    private Task<int> Get(KernelHost host) => host.In(_institute, _li, s => s.GetRequiredService<ISettings>().Get(_seats, Cancel));

    private Task Set(KernelHost host, Setting setting, SettingLevels level, string? text) =>
        host.Do(_institute, _li, s => s.GetRequiredService<ISettings>().Set(setting, level, text, Cancel));

    /// <summary>Holds the first read of an owner's settings back after the database has answered.</summary>
    private sealed class SlowRead(Guid owner) : DbCommandInterceptor
    {
        private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task HasRead => _read.Task;

        public void GoOn() => _goOn.SetResult();

        public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            var isOurs = command.CommandText.Contains("core_settingvalue", StringComparison.Ordinal) && command.Parameters.Cast<DbParameter>().Any(p => Equals(p.Value, owner));
            if (isOurs && _read.TrySetResult())
                await _goOn.Task.WaitAsync(cancellationToken);
            return result;
        }
    }
}
