using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Events;
using CommunityLms.Kernel.Notifications;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Kernel.Data.Tests.Sample;

[TablePrefix("smp")]
public sealed class SampleDbContext(DbContextOptions<SampleDbContext> options, ICurrentTenant tenant) : LmsDbContext(options, tenant)
{
    public DbSet<Visit> Visits => Set<Visit>();
    public DbSet<Greeting> Greetings => Set<Greeting>();
}

/// <summary>Somebody came; others want to know.</summary>
public sealed class Visit : Aggregate
{
    public string Name { get; private init; } = "";

    public static Visit Of(string name)
    {
        var visit = new Visit { Name = name };
        visit.Raise(new VisitorCame(name));
        return visit;
    }
}

/// <summary>What a handler saves when somebody came.</summary>
public sealed class Greeting : Entity, IMultiTenant
{
    public Guid TenantId { get; private set; }

    public required string Name { get; init; }

    public required string By { get; init; }
}

internal sealed class VisitMapping : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder) => builder.Property(v => v.Name).HasMaxLength(100);
}

public sealed record VisitorCame(string Name) : IIntegrationEvent;

/// <summary>Saves once, as handlers should.</summary>
internal sealed class GreetVisitor(SampleDbContext db, ICurrentUser user, Journal journal) : IIntegrationEventHandler<VisitorCame>
{
    public async Task Handle(VisitorCame happened, CancellationToken cancel)
    {
        db.Greetings.Add(new() { Name = happened.Name, By = user.Actor?.Name ?? "System" });
        await db.SaveChangesAsync(cancel);
        journal.Add($"greeted {happened.Name}");
    }
}

/// <summary>Fails as often as the test says; "patient" is cancelled by something of its own, as a web client's time-out does.</summary>
internal sealed class CountVisitor(Journal journal) : IIntegrationEventHandler<VisitorCame>
{
    public Task Handle(VisitorCame happened, CancellationToken cancel)
    {
        journal.Add($"tried {happened.Name}");
        if (journal.FailsNow(happened.Name))
            throw happened.Name.StartsWith("patient", StringComparison.Ordinal) ? new TaskCanceledException("The other side took too long.") : new InvalidOperationException("The counter is broken.");
        journal.Add($"counted {happened.Name}");
        return Task.CompletedTask;
    }
}

/// <summary>Tells the news first, which is a save of the kernel's, and fails after it as often as the test says.</summary>
internal sealed class AnnounceVisitor(INotifier notifier, SampleDbContext db, Journal journal) : IIntegrationEventHandler<VisitorCame>
{
    public static readonly Guid Porter = Guid.Parse("01900000-0000-7000-8000-000000000001");

    public async Task Handle(VisitorCame happened, CancellationToken cancel)
    {
        if (!happened.Name.StartsWith("announced", StringComparison.Ordinal))
            return;
        await notifier.Notify([Porter], SampleNews.VisitorCame, "/visits", cancel, happened.Name);
        if (journal.FailsNow($"announce {happened.Name}"))
            throw new InvalidOperationException("The line is busy.");
        db.Greetings.Add(new() { Name = happened.Name, By = "Announcer" });
        await db.SaveChangesAsync(cancel);
    }
}

internal sealed class SampleNews : INotificationKindProvider
{
    public static readonly NotificationKind VisitorCame = new("Sample.VisitorCame", "A visitor came", "{0} is here.");
    public static readonly NotificationKind RoomChanged = new("Sample.RoomChanged", "A room changed", "The room is {0} now.", MailByDefault: true);

    public IEnumerable<NotificationKind> Define() => [VisitorCame, RoomChanged];
}
