using AutoMapper;
using CommunityLms.Institutes.Contracts;

namespace CommunityLms.Institutes.Organisation;

/// <summary>A unit as the API shows it.</summary>
internal sealed record UnitResource
{
    public Guid Id { get; init; }

    /// <summary>Null for the institute itself.</summary>
    public Guid? ParentId { get; init; }

    public UnitKind Kind { get; init; }

    public UnitSetting? Setting { get; init; }

    public string? Code { get; init; }

    public string Name { get; init; } = "";

    public string? LatinName { get; init; }

    public string? Address { get; init; }

    /// <summary>The day it ceased to take part; null while it does.</summary>
    public DateOnly? ArchivedOn { get; init; }

    public Guid? MergedIntoId { get; init; }

    /// <summary>What If-Match names when the unit is changed.</summary>
    public Guid Version { get; init; }
}

/// <summary>A unit to be added.</summary>
internal sealed record NewUnit(Guid ParentId, UnitKind Kind, string Name, string? LatinName = null, string? Code = null, UnitSetting? Setting = null, string? Address = null);

/// <summary>Where a unit is to stand.</summary>
internal sealed record UnitPlace(Guid ParentId);

internal sealed class UnitProfile : Profile
{
    public UnitProfile() => CreateMap<Unit, UnitResource>().ForMember(r => r.Version, to => to.MapFrom(u => u.ConcurrencyStamp));
}
