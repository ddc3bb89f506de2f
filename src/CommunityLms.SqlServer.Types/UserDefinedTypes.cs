namespace Microsoft.SqlServer.Server;

/// <summary>How a CLR type is stored in SQL Server.</summary>
public enum Format
{
    Unknown = 0,
    Native = 1,
    UserDefined = 2,
}

/// <summary>A CLR type that reads and writes itself.</summary>
public interface IBinarySerialize
{
    void Read(BinaryReader r);

    void Write(BinaryWriter w);
}

/// <summary>Marks a CLR type as a type of SQL Server. CommunityLms has none; SqlClient looks for the mark on every parameter's type.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    public Format Format { get; } = format;

    /// <summary>In bytes; -1 for up to 2 GB.</summary>
    public int MaxByteSize { get; set; }

    public bool IsFixedLength { get; set; }

    public bool IsByteOrdered { get; set; }

    public string? ValidationMethodName { get; set; }

    public string? Name { get; set; }
}

/// <summary>A CLR type can't be a type of SQL Server.</summary>
public sealed class InvalidUdtException : SystemException
{
    private InvalidUdtException(string message) : base(message)
    {
    }

    public static InvalidUdtException Create(Type udtType, string resourceReason) =>
        new($"{udtType.FullName} can't be a type of SQL Server: {resourceReason}");
}
