using Microsoft.EntityFrameworkCore;

namespace CommunityLms.Bench.Bare;

/// <summary>What ASP.NET Core does at the least for a page with a list: no layout, no sign-in, one query of twenty rows on the host's own database.</summary>
internal static class BareSite
{
    public static Task Run(string url, Database database)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore().UseUrls(url);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // The pages of what the bench refers to stay out: they aren't bare, and some answer at the same addresses.
        builder.Services.AddRazorPages(o => o.RootDirectory = "/Bare/Pages").ConfigureApplicationPartManager(parts =>
        {
            foreach (var other in parts.ApplicationParts.Where(p => p.Name != typeof(BareSite).Assembly.GetName().Name).ToList())
                parts.ApplicationParts.Remove(other);
        });
        builder.Services.AddDbContext<BareContext>(o => database.Configure(o));
        var app = builder.Build();
        app.MapRazorPages();
        return app.RunAsync();
    }
}

/// <summary>A line of the host's table of people, as far as the bare page shows it.</summary>
public sealed class BarePerson
{
    public Guid Id { get; init; }

    public Guid TenantId { get; init; }

    public required string FamilyName { get; init; }

    public required string GivenName { get; init; }

    public required string StaffNumber { get; init; }

    public required string SortName { get; init; }
}

/// <summary>A line of the host's table of employments, for what the bench fills in.</summary>
public sealed class BareEmployment
{
    public Guid Id { get; init; }

    public Guid TenantId { get; init; }

    public Guid PersonId { get; init; }

    public Guid UnitId { get; init; }

    public Guid? SubjectId { get; init; }

    public string? GradeBand { get; init; }

    public required string Load { get; init; }

    public string? Title { get; init; }

    public DateOnly From { get; init; }

    public DateOnly? To { get; init; }
}

/// <summary>A line of the host's table of units.</summary>
public sealed class BareUnit
{
    public Guid Id { get; init; }

    public Guid TenantId { get; init; }

    public Guid? ParentId { get; init; }

    public required string Kind { get; init; }

    public string? Setting { get; init; }
}

public sealed class BareContext(DbContextOptions<BareContext> options) : DbContext(options)
{
    public DbSet<BarePerson> People => Set<BarePerson>();

    public DbSet<BareEmployment> Employments => Set<BareEmployment>();

    public DbSet<BareUnit> Units => Set<BareUnit>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BarePerson>().ToTable("ins_person");
        modelBuilder.Entity<BareEmployment>().ToTable("ins_employment");
        modelBuilder.Entity<BareUnit>().ToTable("ins_unit");
    }
}
