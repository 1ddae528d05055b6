using System.Security.Cryptography;
using System.Text;

namespace Rushes.Engine.Shooting;

/// <summary>
/// What a take was filmed from, as one word. It changes with whatever changes the picture, and with nothing else: not with where the project lies, the
/// number of the take, its seed (copies and retries differ by it), how many other scenes there are, which clip it goes on from, or how a provider is told of it.
/// </summary>
public static class OrderDigest
{
    public static string Of(ShotOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var essence = order with
        {
            Project = "",
            Take = 0,
            Seed = 0,
            SceneCount = 0,
            Lines = [.. order.Lines.Select(line => line with { Wav = NameOf(line.Wav) })],
            Picture = order.Picture is { } picture ? picture with { Path = NameOf(picture.Path)! } : null,
            Card = order.Card is { } card ? card with { Images = [.. card.Images.Select(image => NameOf(image)!)], Person = NameOf(card.Person) } : null,
            LastFrame = NameOf(order.LastFrame),

            // Which clip it goes on from is found out when it is filmed.
            After = null,
            FirstFrame = null,

            // They are pictures of the card and the cast, which are in the order already.
            References = null,
            Sent = null,
        };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(OrderJson.Write(essence))));
    }

    private static string? NameOf(string? path) => Path.GetFileName(path);
}
