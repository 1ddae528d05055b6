using System.Buffers.Text;
using System.Text;
using Rushes.FakeProviders.Operations;

namespace Rushes.FakeProviders.GoogleFlow;

/// <summary>The media id of a clip: opaque to clients, it holds the operation's name.</summary>
internal static class MediaName
{
    private const string Head = "CAUS";

    public static string Of(Operation operation) => Head + Base64Url.EncodeToString(Encoding.ASCII.GetBytes(operation.Name));

    /// <summary>The operation of a media id or of its own name, or null.</summary>
    public static Operation? Find(OperationBook operations, string name)
    {
        if (!name.StartsWith(Head, StringComparison.Ordinal) || !Base64Url.IsValid(name.AsSpan(Head.Length)))
            return operations.Find(name);
        return operations.Find(Encoding.ASCII.GetString(Base64Url.DecodeFromChars(name.AsSpan(Head.Length))));
    }
}
