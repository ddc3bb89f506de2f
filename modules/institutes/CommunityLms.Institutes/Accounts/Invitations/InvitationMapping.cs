using CommunityLms.Institutes.Data;
using CommunityLms.Institutes.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityLms.Institutes.Accounts.Invitations;

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Property(i => i.Email).HasMaxLength(Lengths.Email);
        builder.Property(i => i.SecretHash).HasMaxLength(HashLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(i => i.SecretHash).IsUnique();
        builder.HasIndex(i => new { i.TenantId, i.PersonId });
    }
}
