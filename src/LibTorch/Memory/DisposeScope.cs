namespace TorchSharp;

/// <summary>
/// Disposes, at its own end, the tensors its thread made since it began, save those moved out or detached. Scopes nest.
/// Made by <see cref="torch.NewDisposeScope"/>.
/// </summary>
public sealed partial class DisposeScope : IDisposable
{
    [ThreadStatic] private static DisposeScope? current;

    private readonly HashSet<IDisposable> owned = new(ReferenceEqualityComparer.Instance);
    private DisposeScope? outer;
    private bool ended;

    internal DisposeScope()
    {
        outer = current;
        current = this;
    }

    /// <summary>Makes the scope the owner of what was made elsewhere.</summary>
    public void Attach(params IDisposable[] disposables)
    {
        foreach (var disposable in disposables) Attach(disposable);
    }

    /// <inheritdoc cref="Attach(IDisposable[])"/>
    public void Attach(IDisposable disposable)
    {
        if (disposable is torch.Tensor tensor)
        {
            tensor.Scope?.Forget(tensor);
            tensor.Scope = this;
        }
        lock (owned) owned.Add(disposable);
    }

    /// <inheritdoc cref="Detach{T}(T)"/>
    public void Detach(params IDisposable[] disposables)
    {
        foreach (var disposable in disposables) Forget(disposable);
    }

    /// <inheritdoc cref="MoveToOuter{T}(T)"/>
    public void MoveToOuter(params IDisposable[] disposables)
    {
        // Not MoveToOuter, which for a plain IDisposable is this overload again.
        foreach (var disposable in disposables) MoveToOther(outer, disposable);
    }

    /// <summary>Gives <paramref name="disposable"/> to <paramref name="scope"/>; null detaches it.</summary>
    public T MoveToOther<T>(DisposeScope? scope, T disposable) where T : IDisposable
    {
        Forget(disposable);
        scope?.Attach(disposable);
        return disposable;
    }

    /// <summary>Disposes all but <paramref name="keep"/>, which stays in the scope.</summary>
    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    /// <inheritdoc cref="DisposeEverythingBut{T}(T)"/>
    public void DisposeEverythingBut(params IDisposable[] keep)
    {
        IDisposable[] all;
        lock (owned) all = [.. owned.Except(keep, (IEqualityComparer<IDisposable>)ReferenceEqualityComparer.Instance)];
        foreach (var disposable in all)
        {
            Forget(disposable);
            disposable.Dispose();
        }
    }

    /// <summary>Ends the scope and disposes what it owns.</summary>
    public void Dispose()
    {
        if (ended) return;
        ended = true;
        DisposeEverything();
        Unlink();
    }

    internal void Forget(IDisposable disposable)
    {
        lock (owned) owned.Remove(disposable);
        if (disposable is torch.Tensor tensor && ReferenceEquals(tensor.Scope, this)) tensor.Scope = null;
    }

    // A scope may end while one within it still goes on: that one then lies in the scope around both.
    private void Unlink()
    {
        if (ReferenceEquals(current, this))
        {
            current = outer;
            return;
        }
        for (var inner = current; inner is not null; inner = inner.outer)
        {
            if (ReferenceEquals(inner.outer, this)) inner.outer = outer;
        }
    }
}
