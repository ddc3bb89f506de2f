using Microsoft.Extensions.DependencyInjection;

/// <summary>Registers half of its services, takes away another's, and then throws.</summary>
public sealed class FailsInConfigureServicesModule : LmsModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddSingleton<Registered>();
        context.Services.AddSingleton(TimeProvider.System);
        throw new InvalidOperationException("The licence file is missing.");
    }
}

public sealed class Registered;
