using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using CommunityLms.Kernel.Events;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityLms.Kernel.Data.Outbox;

/// <summary>Gives one message to each of its handlers, in the name and institute in which it was raised, each handler once.</summary>
internal sealed class OutboxDelivery(IServiceScopeFactory scopes, EventTypes types, ICurrentTenant tenant, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    public async Task ToAllHandlers(OutboxMessage message, CancellationToken cancel)
    {
        using var _ = tenant.Change(message.TenantId);
        using var __ = user.Change(message.AccountId is { } account ? new Actor(account, message.Who) : null);
        var type = types.Find(message.EventType);
        var happened = JsonSerializer.Deserialize(message.Payload, type)!;
        var contract = typeof(IIntegrationEventHandler<>).MakeGenericType(type);
        ExceptionDispatchInfo? first = null;
        foreach (var handler in types.HandlersOf(contract))
        {
            try
            {
                await Once(message, handler, contract, happened, cancel);
            }
            catch (Exception fault) when (!cancel.IsCancellationRequested)
            {
                // One module's fault keeps no other module waiting; the message comes again for this handler.
                first ??= ExceptionDispatchInfo.Capture(fault);
            }
        }
        first?.Throw();
    }

    private async Task Once(OutboxMessage message, Type handler, Type contract, object happened, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
        if (await db.Inbox.AnyAsync(e => e.MessageId == message.Id && e.Handler == handler.FullName, cancel))
            return;
        var writer = scope.ServiceProvider.GetRequiredService<OutboxWriter>();
        writer.Handling = new() { MessageId = message.Id, Handler = handler.FullName!, HandledAt = clock.GetUtcNow().UtcDateTime };
        var handle = contract.GetMethod(nameof(IIntegrationEventHandler<IIntegrationEvent>.Handle))!;
        await (Task)handle.Invoke(scope.ServiceProvider.GetRequiredService(handler), BindingFlags.DoNotWrapExceptions, binder: null, [happened, cancel], culture: null)!;
        // A handler that saved nothing still counts as done.
        if (writer.Handling is { } unsaved)
        {
            writer.Handling = null;
            db.Inbox.Add(unsaved);
            await db.SaveChangesAsync(cancel);
        }
    }
}

/// <summary>The event types and handlers of all enabled modules, by the names under which they are stored.</summary>
internal sealed class EventTypes(ModuleCatalog catalog) : ISingletonDependency
{
    private readonly Lazy<IReadOnlyList<Type>> _handlers = new(() =>
        [.. catalog.Enabled.SelectMany(m => m.Assembly!.GetTypes()).Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false } && Contracts(t).Any())]);

    private Dictionary<string, Type>? _events;

    /// <summary>The type of a stored event; one that nobody handles is the empty one.</summary>
    public Type Find(string fullName)
    {
        _events ??= _handlers.Value.SelectMany(h => Contracts(h).Select(c => c.GetGenericArguments()[0])).DistinctBy(t => t.FullName).ToDictionary(t => t.FullName!);
        return _events.GetValueOrDefault(fullName, typeof(Unhandled));
    }

    public IEnumerable<Type> HandlersOf(Type contract) => _handlers.Value.Where(contract.IsAssignableFrom);

    private static IEnumerable<Type> Contracts(Type type) =>
        type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IIntegrationEventHandler<>));

    private sealed record Unhandled : IIntegrationEvent;
}

/// <summary>Lets a page wait for the events it has caused; one that failed is tried again later, so nobody waits for it.</summary>
internal sealed class OwnEvents(OutboxWriter writer, KernelDbContext db, TimeProvider clock) : IOwnEvents, IScopedDependency
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(30);

    public async Task Settle(CancellationToken cancel)
    {
        var ids = writer.Written.ToList();
        var start = clock.GetTimestamp();
        while (ids.Count > 0 && clock.GetElapsedTime(start) < Patience && await db.Outbox.AnyAsync(m => ids.Contains(m.Id) && m.Attempts == 0, cancel))
            await Task.Delay(Look, clock, cancel);
    }
}
