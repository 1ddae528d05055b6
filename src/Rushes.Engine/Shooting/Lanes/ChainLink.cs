using Rushes.Engine.Shooting.Books;
using Rushes.Engine.Shooting.Prompts;

namespace Rushes.Engine.Shooting.Lanes;

/// <summary>What a chained take starts from, as the provider gets it: the last frame of the scene before, where its model takes one.</summary>
internal sealed class ChainLink(Shift shift)
{
    /// <summary>The order as the provider gets it, with what the take's notes may say of its first frame.</summary>
    public async Task<(ShotOrder Order, ReferencePicture? FirstFrame)> SentAsync(Shot shot, CancellationToken cancellation)
    {
        var order = shot.Order.For(shift.Provider.Name);
        if (order.FirstFrame is not { } frame)
            return (order, null);
        var model = shift.Tools.Prices?.Find(shift.Provider.Name, order.Model);
        if (model is { Chains: false } || shift.Tools.LastFrames is not { } frames || await frames.TakeAsync(frame, cancellation) is not { } digest)
            return (order with { FirstFrame = null }, null);

        // On most wires a first frame and pictures of who is seen exclude each other; the frame shows them as they were a moment ago.
        return (model?.FirstFrameWithReferences == true ? order : order with { References = null }, new ReferencePicture(frame, digest));
    }
}
