namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What can be called with one input.</summary>
        public interface IModule<T, TResult>
        {
            TResult call(T input1);
        }

        /// <summary>What can be called with two inputs.</summary>
        public interface IModule<T1, T2, TResult>
        {
            TResult call(T1 input1, T2 input2);
        }

        /// <summary>What can be called with three inputs.</summary>
        public interface IModule<T1, T2, T3, TResult>
        {
            TResult call(T1 input1, T2 input2, T3 input3);
        }

        /// <summary>A module of one input. <see cref="call"/> runs the hooks around <see cref="forward"/>.</summary>
        public abstract class Module<T, TResult> : HookableModule<Func<Module<T, TResult>, T, T>, Func<Module<T, TResult>, T, TResult, TResult>>, IModule<T, TResult>
        {
            protected Module(string name)
                : base(name)
            {
            }

            public abstract TResult forward(T input);

            public TResult call(T input)
            {
                foreach (var hook in PreHooks) input = hook(this, input) ?? input;
                var result = forward(input);
                foreach (var hook in PostHooks) result = hook(this, input, result) ?? result;
                return result;
            }
        }

        /// <summary>A module of two inputs. <see cref="call"/> runs the hooks around <see cref="forward"/>.</summary>
        public abstract class Module<T1, T2, TResult> : HookableModule<Func<Module<T1, T2, TResult>, T1, T2, (T1, T2)?>, Func<Module<T1, T2, TResult>, T1, T2, TResult, TResult>>, IModule<T1, T2, TResult>
        {
            protected Module(string name)
                : base(name)
            {
            }

            public abstract TResult forward(T1 input1, T2 input2);

            public TResult call(T1 input1, T2 input2)
            {
                foreach (var hook in PreHooks) if (hook(this, input1, input2) is { } changed) (input1, input2) = changed;
                var result = forward(input1, input2);
                foreach (var hook in PostHooks) result = hook(this, input1, input2, result) ?? result;
                return result;
            }
        }

        /// <summary>A module of three inputs. <see cref="call"/> runs the hooks around <see cref="forward"/>.</summary>
        public abstract class Module<T1, T2, T3, TResult> : HookableModule<Func<Module<T1, T2, T3, TResult>, T1, T2, T3, (T1, T2, T3)?>, Func<Module<T1, T2, T3, TResult>, T1, T2, T3, TResult, TResult>>, IModule<T1, T2, T3, TResult>
        {
            protected Module(string name)
                : base(name)
            {
            }

            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            public TResult call(T1 input1, T2 input2, T3 input3)
            {
                foreach (var hook in PreHooks) if (hook(this, input1, input2, input3) is { } changed) (input1, input2, input3) = changed;
                var result = forward(input1, input2, input3);
                foreach (var hook in PostHooks) result = hook(this, input1, input2, input3, result) ?? result;
                return result;
            }
        }

        /// <summary>A module that runs functions before and after its forward pass.</summary>
        public abstract class HookableModule<TPreHook, TPostHook> : Module
        {
            private readonly List<Entry<TPreHook>> preHooks = [];
            private readonly List<Entry<TPostHook>> postHooks = [];

            protected HookableModule(string name)
                : base(name)
            {
            }

            // Copies: a hook may remove itself.
            private protected IEnumerable<TPreHook> PreHooks => preHooks.Count == 0 ? [] : preHooks.ConvertAll(entry => entry.Hook);

            private protected IEnumerable<TPostHook> PostHooks => postHooks.Count == 0 ? [] : postHooks.ConvertAll(entry => entry.Hook);

            /// <summary>Runs <paramref name="hook"/> before each call; what it returns replaces the input unless it is null.</summary>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Register(preHooks, hook);

            /// <summary>Runs <paramref name="hook"/> after each call; what it returns replaces the result unless it is null.</summary>
            public HookRemover register_forward_hook(TPostHook hook) => Register(postHooks, hook);

            private static HookRemover Register<THook>(List<Entry<THook>> hooks, THook hook)
            {
                ArgumentNullException.ThrowIfNull(hook);
                var entry = new Entry<THook>(hook);
                hooks.Add(entry);
                return new HookRemover(() => hooks.Remove(entry));
            }

            /// <summary>Takes one hook away again.</summary>
            public sealed class HookRemover
            {
                private readonly Action remover;

                internal HookRemover(Action remover) => this.remover = remover;

                public void remove() => remover();
            }

            private sealed class Entry<THook>(THook hook)
            {
                public THook Hook => hook;
            }
        }
    }
}
