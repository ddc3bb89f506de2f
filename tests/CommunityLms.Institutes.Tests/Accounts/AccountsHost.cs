using System.Collections.Concurrent;
using System.Globalization;
using CommunityLms.Institutes.Accounts;
using CommunityLms.Institutes.Data;
using CommunityLms.Kernel.Data;
using CommunityLms.Kernel.Data.Mailing;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityLms.Institutes.Tests.Accounts;

/// <summary>The real host in Development on a database of its own. Every request looks whether its sign-in still holds.</summary>
public abstract class AccountsHost(bool sample, int guessesPerMinute = 10_000) : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "river stone lantern 7";
    private readonly SqliteDatabase _database = new();
    private readonly Lines _log = new();

    /// <summary>What the host has logged.</summary>
    public IReadOnlyCollection<string> Log => _log.All;

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    internal Visitor Visitor() => new(CreateClient(new() { AllowAutoRedirect = false }));

    internal async Task<Visitor> SignedIn(string email, string password = Password)
    {
        var browser = Visitor();
        (await browser.SignIn(email, password)).Path.ShouldBe("/");
        return browser;
    }

    internal Task<Visitor> SignedInToSample(string name) => SignedIn(name + Institutes.Sample.SampleSeed.Domain, Institutes.Sample.SampleSeed.Password);

    internal async Task<T> Ask<T>(Func<IServiceProvider, Task<T>> question)
    {
        await using var scope = Services.CreateAsyncScope();
        return await question(scope.ServiceProvider);
    }

    /// <summary>An account that no other test touches.</summary>
    internal async Task<Account> NewAccount(string? email = null) => await Ask(async services =>
    {
        var account = new Account(email ?? $"{Guid.CreateVersion7():N}@accounts.example", "Somebody");
        (await services.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password)).Succeeded.ShouldBeTrue();
        return account;
    });

    internal Task<Account?> Find(string email) => Ask(services => services.GetRequiredService<UserManager<Account>>().FindByEmailAsync(email));

    /// <summary>Does something with an institute's records, without asking what anybody may.</summary>
    internal Task<T> InInstitute<T>(Guid institute, Func<InstitutesDbContext, Task<T>> work) => Ask(async services =>
    {
        using var _ = services.GetRequiredService<ICurrentTenant>().Change(institute);
        return await work(services.GetRequiredService<InstitutesDbContext>());
    });

    internal Task<T> InAccounts<T>(Func<AccountsDbContext, Task<T>> work) => Ask(services => work(services.GetRequiredService<AccountsDbContext>()));

    internal Task<T> InKernel<T>(Func<KernelDbContext, Task<T>> work) => Ask(services => work(services.GetRequiredService<KernelDbContext>()));

    internal Task<List<OutgoingMail>> MailsTo(string email) => InKernel(db => db.Mails.Where(m => m.To == email).OrderBy(m => m.Id).ToListAsync());

    /// <summary>The path and query of the link in the newest mail.</summary>
    internal async Task<string> LinkTo(string email)
    {
        var text = (await MailsTo(email))[^1].Text;
        return new Uri(text.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Sample", sample.ToString());
        builder.UseSetting("Database:Provider", _database.Options.Provider.ToString());
        builder.UseSetting("Database:ConnectionString", _database.Options.ConnectionString);
        builder.UseSetting("Database:Synchronous", _database.Options.Synchronous);
        builder.UseSetting("Accounts:GuessesPerMinute", guessesPerMinute.ToString(CultureInfo.InvariantCulture));
        builder.ConfigureLogging(logging => logging.AddProvider(_log));
        builder.ConfigureTestServices(services => services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.Zero));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> All => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}

/// <summary>With the two sample institutes.</summary>
public sealed class SampleHost() : AccountsHost(sample: true)
{
    internal Task<Guid> City => InstituteOf("admin");

    internal Task<Guid> County => InstituteOf("admin2");

    private Task<Guid> InstituteOf(string administrator) => Ask(async services =>
    {
        var account = await services.GetRequiredService<UserManager<Account>>().FindByEmailAsync(administrator + Institutes.Sample.SampleSeed.Domain);
        return (await services.GetRequiredService<Memberships>().Of(account!.Id, CancellationToken.None)).Single().InstituteId;
    });
}

/// <summary>Without any account.</summary>
public sealed class EmptyHost() : AccountsHost(sample: false);

/// <summary>Which takes a form twice a minute from one address.</summary>
public sealed class StrictHost() : AccountsHost(sample: false, guessesPerMinute: 2);

[CollectionDefinition(Name)]
public sealed class AccountTests : ICollectionFixture<SampleHost>
{
    public const string Name = "Accounts on the sample";
}
