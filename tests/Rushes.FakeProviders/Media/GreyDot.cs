namespace Rushes.FakeProviders.Media;

/// <summary>The smallest picture: one grey pixel.</summary>
internal static class GreyDot
{
    public static byte[] Png { get; } =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCAuj1qUQAAAABJRU5ErkJggg==");
}
