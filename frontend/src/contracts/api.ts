// Generated from the backend's OpenAPI document by `npm run contracts`. Do not edit.

export interface paths {
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description Tell that the server is alive.
         */
        get: operations["health_api_health_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Catalog
         * @description Return everything that can be picked, with schemas, defaults, formulas, sentences, sources and presets.
         */
        get: operations["catalog_api_catalog_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/networks/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check
         * @description Return shapes, costs and located errors of a network, which may still be half written; starts nothing.
         */
        post: operations["check_api_networks_check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/specs/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check Spec
         * @description Read a spec as a run would, and return it with its defaults filled in; starts nothing.
         *
         *     What the layers make of each other's shapes is not looked at: that is the check of its network.
         */
        post: operations["check_spec_api_specs_check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activations/curve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activation Curve
         * @description Run an activation of the scratch engine over a grid, and return its outputs and derivatives.
         */
        post: operations["activation_curve_api_activations_curve_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schedules/curve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Learning Rates
         * @description Return the learning rate over a whole run, from the schedule that training asks.
         */
        post: operations["learning_rates_api_schedules_curve_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{name}/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Samples
         * @description Return some samples, split as a run with the same seed splits them.
         *
         *     Raises:
         *         NotFoundError: there is no such data set.
         *         SpecError: its options or the split cannot be had.
         */
        get: operations["samples_api_datasets__name__samples_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/descents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Descents
         * @description Let optimizers descend a surface from one start, and return where each of them went.
         */
        post: operations["descents_api_descents_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{identifier}/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trace
         * @description Show the step that a run makes next, with its weights and batch as they are; the run stays as it is.
         */
        post: operations["trace_api_runs__identifier__trace_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{family}/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Source
         * @description Return the scratch engine's source of a kind, read from the code that runs.
         *
         *     Raises:
         *         NotFoundError: there is no such family or kind.
         */
        get: operations["source_api_sources__family___kind__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gradient-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gradient Check
         * @description Compare every parameter tensor's gradient with central differences, in float64, in a process of its own.
         */
        post: operations["gradient_check_api_gradient_check_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/trace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trace
         * @description Make one step, and return what went into and came out of every node, forward and backward.
         */
        post: operations["trace_api_trace_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Runs
         * @description Return all runs, newest first.
         */
        get: operations["list_runs_api_runs_get"];
        put?: never;
        /**
         * Start
         * @description Start a run in a process of its own.
         */
        post: operations["start_api_runs_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{identifier}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show
         * @description Return one run.
         */
        get: operations["show_api_runs__identifier__get"];
        put?: never;
        post?: never;
        /**
         * Delete
         * @description End a run and forget it; answers when its process is gone.
         */
        delete: operations["delete_api_runs__identifier__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{identifier}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Command
         * @description Tell a run to pause, resume, step, stop, reset or set; it acts between two steps.
         */
        post: operations["command_api_runs__identifier__commands_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{identifier}/predict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Predict
         * @description Return what the network answers to samples with the weights that it has now, and what its nodes put out.
         */
        post: operations["predict_api_runs__identifier__predict_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{identifier}/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics
         * @description Return the scalar history: a column each, null where a scalar was not measured.
         */
        get: operations["metrics_api_runs__identifier__metrics_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{identifier}/weights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Weights
         * @description Return parameters and running statistics as they are after the step under way, by name, e.g. conv1.weight.
         */
        get: operations["weights_api_runs__identifier__weights_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/weights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload
         * @description Take a safetensors or npz file, for runs to start from; nothing is ever unpickled.
         */
        post: operations["upload_api_weights_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * ActivationCurve
         * @description What the layer put out for each input, and the derivative that it handed back; null where one is not finite.
         */
        ActivationCurve: {
            /** Kind */
            kind: string;
            /** X */
            x: number[];
            /** Y */
            y: (number | null)[];
            /** Derivative */
            derivative: (number | null)[];
            /**
             * Saturated
             * @description Whether the output counts as saturated; null for a kind whose output does not tell.
             */
            saturated: boolean[] | null;
        };
        /**
         * Adadelta
         * @description h = rho h + (1 - rho) gradient^2; d = gradient sqrt(s + eps) / sqrt(h + eps); s = rho s + (1 - rho) d^2;
         *     w = w - learning_rate * d.
         */
        Adadelta: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "adadelta";
            /**
             * Learning rate
             * @description How far a step goes; can be changed while it trains.
             * @default 1
             */
            learning_rate?: number;
            /**
             * Weight decay (L2)
             * @description This times each weight is added to its gradient, so weights shrink where nothing holds them.
             * @default 0
             */
            weight_decay?: number;
            /**
             * L1 penalty
             * @description This times each weight's sign is added to its gradient, so that idle weights go to zero.
             * @default 0
             */
            l1?: number;
            /**
             * Max-norm
             * @description The greatest length of the weights that reach one unit; empty sets no bound.
             */
            max_norm?: number | null;
            /**
             * Gradient clipping
             * @description The greatest length of the whole gradient; empty sets no bound.
             */
            clip_norm?: number | null;
            /**
             * Decay rate
             * @description How much of the squared gradients and steps is kept from step to step.
             * @default 0.9
             */
            rho?: number;
            /**
             * Epsilon
             * @description Added to the divisor so that it never is zero.
             * @default 0.000001
             */
            eps?: number;
        };
        /**
         * Adagrad
         * @description h = h + gradient^2; w = w - learning_rate * gradient / (sqrt(h) + eps).
         */
        Adagrad: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "adagrad";
            /**
             * Learning rate
             * @description How far a step goes; can be changed while it trains.
             * @default 0.01
             */
            learning_rate?: number;
            /**
             * Weight decay (L2)
             * @description This times each weight is added to its gradient, so weights shrink where nothing holds them.
             * @default 0
             */
            weight_decay?: number;
            /**
             * L1 penalty
             * @description This times each weight's sign is added to its gradient, so that idle weights go to zero.
             * @default 0
             */
            l1?: number;
            /**
             * Max-norm
             * @description The greatest length of the weights that reach one unit; empty sets no bound.
             */
            max_norm?: number | null;
            /**
             * Gradient clipping
             * @description The greatest length of the whole gradient; empty sets no bound.
             */
            clip_norm?: number | null;
            /**
             * Epsilon
             * @description Added to the divisor so that it never is zero.
             * @default 1e-10
             */
            eps?: number;
        };
        /**
         * Adam
         * @description Moving averages of the gradient and its square, each divided by 1 - beta^t.
         */
        Adam: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "adam";
            /**
             * Learning rate
             * @description How far a step goes; can be changed while it trains.
             * @default 0.001
             */
            learning_rate?: number;
            /**
             * Weight decay (L2)
             * @description This times each weight is added to its gradient, so weights shrink where nothing holds them.
             * @default 0
             */
            weight_decay?: number;
            /**
             * L1 penalty
             * @description This times each weight's sign is added to its gradient, so that idle weights go to zero.
             * @default 0
             */
            l1?: number;
            /**
             * Max-norm
             * @description The greatest length of the weights that reach one unit; empty sets no bound.
             */
            max_norm?: number | null;
            /**
             * Gradient clipping
             * @description The greatest length of the whole gradient; empty sets no bound.
             */
            clip_norm?: number | null;
            /**
             * Beta 1
             * @description How much of the mean gradient is kept from step to step.
             * @default 0.9
             */
            beta1?: number;
            /**
             * Beta 2
             * @description How much of the squared gradient is kept from step to step.
             * @default 0.999
             */
            beta2?: number;
            /**
             * Epsilon
             * @description Added to the divisor so that it never is zero.
             * @default 1e-8
             */
            eps?: number;
        };
        /**
         * AdamW
         * @description w = w - learning_rate * weight_decay * w, and then Adam's update with a gradient that knows nothing of it.
         */
        AdamW: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "adamw";
            /**
             * Learning rate
             * @description How far a step goes; can be changed while it trains.
             * @default 0.001
             */
            learning_rate?: number;
            /**
             * Weight decay (decoupled)
             * @description Each step takes this times the learning rate of every weight away.
             * @default 0.01
             */
            weight_decay?: number;
            /**
             * L1 penalty
             * @description This times each weight's sign is added to its gradient, so that idle weights go to zero.
             * @default 0
             */
            l1?: number;
            /**
             * Max-norm
             * @description The greatest length of the weights that reach one unit; empty sets no bound.
             */
            max_norm?: number | null;
            /**
             * Gradient clipping
             * @description The greatest length of the whole gradient; empty sets no bound.
             */
            clip_norm?: number | null;
            /**
             * Beta 1
             * @description How much of the mean gradient is kept from step to step.
             * @default 0.9
             */
            beta1?: number;
            /**
             * Beta 2
             * @description How much of the squared gradient is kept from step to step.
             * @default 0.999
             */
            beta2?: number;
            /**
             * Epsilon
             * @description Added to the divisor so that it never is zero.
             * @default 1e-8
             */
            eps?: number;
        };
        /**
         * AdaptiveAvgPool2d
         * @description Averages an image down, or up, to a given size: output ``i`` of ``m`` is the mean of the rows from
         *     ``floor(i n / m)`` to ``ceil((i + 1) n / m)``, and likewise of the columns; neighbouring windows may overlap.
         *
         *     Input shape: ``(channels, height, width)``. Output shape: ``(channels, *output_size)``.
         */
        AdaptiveAvgPool2d: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "adaptive_avg_pool2d";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
            /**
             * Output size
             * @description Height and width of what comes out, in pixels.
             * @default 1
             */
            output_size?: number | number[];
        };
        /**
         * Add
         * @description Adds nodes of one shape, value by value: the meeting point of a skip connection.
         */
        Add: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "add";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
        };
        /**
         * AvgPool2d
         * @description Replaces each window by its mean; padding counts as zeros and in the divisor, PyTorch's default.
         */
        AvgPool2d: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "avg_pool2d";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
            /**
             * Window
             * @description Height and width of the window, in pixels.
             * @default 2
             */
            kernel_size?: number | number[];
            /**
             * Stride
             * @description How many pixels the window moves at a time; empty, its own size.
             */
            stride?: (number | number[]) | null;
            /**
             * Padding
             * @description Rows and columns added on each side; half the window at most.
             * @default 0
             */
            padding?: number | number[];
        };
        /**
         * BackwardNode
         * @description A node on the way back.
         */
        BackwardNode: {
            /** Node */
            node: string;
            /** Kind */
            kind: string;
            /** @description The loss's derivative by its output. */
            gradient: components["schemas"]["TraceArray"];
            /** Parameters */
            parameters: {
                [key: string]: components["schemas"]["TracedParameter"];
            };
            /** Lines */
            lines: components["schemas"]["TraceLines"][];
        };
        /**
         * BatchNorm
         * @description Normalises each feature over the batch, then scales and shifts it.
         *
         *     Input and output shape: ``(features,)``, normalised over the batch, or ``(channels, height, width)``, normalised
         *     over batch, height and
         *     width. While training it uses the batch's mean and biased variance; in evaluation it uses the running ones,
         *     which follow
         *     ``running = (1 - momentum) running + momentum batch`` with the unbiased variance, as PyTorch's do.
         */
        BatchNorm: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "batch_norm";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
            /**
             * Epsilon
             * @description Added to the variance.
             * @default 0.00001
             */
            eps?: number;
            /**
             * Momentum
             * @description The share of each batch in the running statistics.
             * @default 0.1
             */
            momentum?: number;
        };
        /**
         * Beale
         * @description (1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2.
         *
         *     Its second saddle, beside the y axis far down, has no closed form; it is given to the last digit that Newton's
         *     method finds.
         */
        Beale: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "beale";
        };
        /**
         * Bfgs
         * @description d = -H gradient; w = w + t d; H is corrected by what the gradient changed over the step s = t d.
         *
         *     H starts as the identity, scaled after the first step to the curvature found in it. The step t, first tried as 1, is
         *     bracketed and bisected until it meets the weak Wolfe conditions, by which H stays positive definite:
         *
         *         f(w + t d) <= f(w) + c1 t g.d        and        grad f(w + t d).d >= c2 g.d
         */
        Bfgs: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "bfgs";
            /**
             * Sufficient decrease c1
             * @description The share of the decrease that the slope promises which a step has to bring.
             * @default 0.0001
             */
            c1?: number;
            /**
             * Curvature c2
             * @description The share of the slope that may be left after a step; above c1.
             * @default 0.9
             */
            c2?: number;
        };
        /**
         * BinaryCrossEntropy
         * @description The mean, over batch and outputs, of -log of the probability that a sigmoid gives to the truth.
         *
         *     Each output is the logit of a yes-or-no question, as in ``torch.nn.BCEWithLogitsLoss``: with one output for two
         *     classes, "is it the second class?"; with one output a class, "is it this class?", each asked by itself.
         *
         *     Input and targets: as `ElementwiseLoss`, the outputs being logits.
         */
        BinaryCrossEntropy: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "binary_cross_entropy";
        };
        /**
         * ByActivation
         * @description Leaves the choice to the activation that the weights lead to: one setting for all layers of a network.
         *
         *     It is no layer's default: two networks that differ in an activation alone would start from different weights, and
         *     could not be compared.
         *
         *     `graph.choose_initializers` puts the activation's own choice in its place: `suited_initializer` of the first one on
         *     the way from the layer, past pooling, normalisation, merges and the like, and before other weights. Where there is
         *     none, as behind an output layer, it is He normal, with which the book starts all layers of its convolutional nets.
         */
        ByActivation: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "by_activation";
        };
        /**
         * Catalog
         * @description Everything that can be picked, on this machine.
         */
        Catalog: {
            /** Schema Version */
            schema_version: number;
            /** Families */
            families: components["schemas"]["FamilyEntry"][];
            /** Layers */
            layers: components["schemas"]["LayerEntry"][];
            /** Losses */
            losses: components["schemas"]["KindEntry"][];
            /** Optimizers */
            optimizers: components["schemas"]["KindEntry"][];
            /** Initializers */
            initializers: components["schemas"]["KindEntry"][];
            /** Schedules */
            schedules: components["schemas"]["KindEntry"][];
            /** Datasets */
            datasets: components["schemas"]["DatasetEntry"][];
            /** Surfaces */
            surfaces: components["schemas"]["SurfaceEntry"][];
            /**
             * Second Order
             * @description Optimizers that exist on surfaces only.
             */
            second_order: components["schemas"]["KindEntry"][];
            /** Preset Families */
            preset_families: components["schemas"]["FamilyEntry"][];
            /** Presets */
            presets: components["schemas"]["Preset"][];
            /** Default Preset */
            default_preset: string;
            /** Version */
            version: string;
            /** Engines */
            engines: components["schemas"]["EngineEntry"][];
            /** Probes */
            probes: components["schemas"]["ProbeEntry"][];
            /** Diagnoses */
            diagnoses: components["schemas"]["DiagnosisEntry"][];
        };
        /**
         * Change
         * @description One operation of a JSON Patch.
         *
         *     Source: RFC 6902, JavaScript Object Notation (JSON) Patch.
         */
        Change: {
            /**
             * Op
             * @enum {string}
             */
            op: "add" | "remove" | "replace";
            /**
             * Path
             * @description A JSON Pointer (RFC 6901) into the spec, such as /network/nodes/3/kernel_size.
             */
            path: string;
            /**
             * Value
             * @description What is put there; a remove has none.
             */
            value?: unknown;
        };
        /**
         * CheckRequest
         * @description A network to be checked; it may still be half written, so its parts are read leniently.
         */
        CheckRequest: {
            /**
             * Data
             * @description A DataSpec.
             */
            data?: {
                [key: string]: unknown;
            };
            /**
             * Network
             * @description A NetworkSpec.
             */
            network: {
                [key: string]: unknown;
            };
            /**
             * Loss
             * @description A loss; left out, the output is not checked.
             */
            loss?: {
                [key: string]: unknown;
            } | null;
            /**
             * Optimizer
             * @description An optimizer, for the memory it takes.
             */
            optimizer?: {
                [key: string]: unknown;
            };
            /**
             * Batch Size
             * @description Left out, one sample.
             */
            batch_size?: number | null;
            /**
             * Dtype
             * @description A number format.
             */
            dtype?: string;
            /**
             * Frozen
             * @description Frozen nodes.
             */
            frozen?: string[];
        };
        /**
         * CheckedNode
         * @description What was inferred of one node; shapes leave out the batch dimension.
         */
        CheckedNode: {
            /** Id */
            id: string;
            /** Output Shape */
            output_shape: number[];
            /** Parameters */
            parameters: number;
            /** Multiply Adds */
            multiply_adds: number;
            /** Parameter Shapes */
            parameter_shapes: {
                [key: string]: number[];
            };
            /**
             * Starts
             * @description By parameter.
             */
            starts: {
                [key: string]: components["schemas"]["ParameterStart"];
            };
            /** @description In bytes. */
            memory: components["schemas"]["Memory"];
        };
        /**
         * CheckedParameter
         * @description What became of one parameter tensor.
         *
         *     Its relative errors are ``|g - d| / max(|g|, |d|, m / 100, 1e-4)``, g being the derivative by backpropagation, d the
         *     difference quotient, and m the largest g of the tensor: a difference of rounded losses says nothing about much
         *     smaller ones.
         */
        CheckedParameter: {
            /** Node */
            node: string;
            /** Parameter */
            parameter: string;
            /** Shape */
            shape: number[];
            /** Size */
            size: number;
            /** Checked */
            checked: number;
            /**
             * At Kinks
             * @description How many of the checked values sit too near a kink to be judged; they have no part in the errors.
             */
            at_kinks: number;
            /** Max Relative Error */
            max_relative_error: number | null;
            /** Max Absolute Error */
            max_absolute_error: number | null;
            /** Largest Gradient */
            largest_gradient: number;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "right" | "wrong" | "kinks";
        };
        /**
         * Concat
         * @description Lays nodes side by side along the channels (images) or features (vectors), in the order of `inputs`.
         */
        Concat: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "concat";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
        };
        /**
         * Conv2d
         * @description Slides learned filters over an image (cross-correlation, as every framework calls convolution).
         *
         *     Input shape: ``(in_channels, height, width)``. Output shape: ``(out_channels, out_height, out_width)``, each size
         *     ``floor((n + 2 p - d (k - 1) - 1) / s) + 1``.
         *     Weight: ``(out_channels, in_channels / groups, kernel_height, kernel_width)``; an output channel sees the input
         *     channels of its own group alone.
         *
         *     Fans are those of the definition: one output sums over ``in_channels / groups`` times the kernel's places, and one
         *     input reaches ``out_channels / groups`` times as many outputs. PyTorch's initializers leave the groups out of the
         *     fan-out.
         */
        Conv2d: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "conv2d";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
            /**
             * Filters
             * @description How many filters, and so output channels.
             */
            out_channels: number;
            /**
             * Kernel size
             * @description Height and width of a filter, in pixels.
             * @default 3
             */
            kernel_size?: number | number[];
            /**
             * Stride
             * @description How many pixels the filter moves at a time.
             * @default 1
             */
            stride?: number | number[];
            /**
             * Padding
             * @description Rows and columns of zeros added on each side; same: as many as keep the image's size.
             * @default 0
             */
            padding?: number | number[] | "same";
            /**
             * Dilation
             * @description How many pixels lie between two weights of a filter, plus one.
             * @default 1
             */
            dilation?: number | number[];
            /**
             * Groups
             * @description Into how many parts the channels are split; a filter sees the channels of its own part.
             * @default 1
             */
            groups?: number;
            /**
             * Bias
             * @description Whether it adds a learned constant to each channel.
             * @default true
             */
            bias?: boolean;
            /**
             * Initializer
             * @description How its weights are drawn before training.
             */
            weight_init?: components["schemas"]["ByActivation"] | components["schemas"]["neurarium__spec__initializers__constant__Constant"] | components["schemas"]["HeNormal"] | components["schemas"]["HeUniform"] | components["schemas"]["LecunNormal"] | components["schemas"]["Normal"] | components["schemas"]["Ones"] | components["schemas"]["Orthogonal"] | components["schemas"]["Uniform"] | components["schemas"]["XavierNormal"] | components["schemas"]["XavierUniform"] | components["schemas"]["Zeros"];
        };
        /**
         * ConvTranspose2d
         * @description Lays a learned pattern down for each pixel, as strong as the pixel is, and adds them up: a convolution's backward
         *     pass, taken forward. With a stride it makes an image larger.
         *
         *     Input shape: ``(in_channels, height, width)``. Output shape: ``(out_channels, out_height, out_width)``, each size
         *     ``(n - 1) s - 2 p + d (k - 1) + output_padding + 1``.
         *     Weight: ``(in_channels, out_channels / groups, kernel_height, kernel_width)``.
         *
         *     Fans are those of the definition: one output sums, on average, over ``in_channels / groups`` times the kernel's
         *     places divided by the stride's. PyTorch's initializers take the fans of a convolution of the weight's shape instead.
         */
        ConvTranspose2d: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "conv_transpose2d";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
            /**
             * Filters
             * @description How many output channels it has.
             */
            out_channels: number;
            /**
             * Kernel size
             * @description Height and width of a pattern, in pixels.
             * @default 3
             */
            kernel_size?: number | number[];
            /**
             * Stride
             * @description How many pixels apart the patterns of neighbouring pixels are laid.
             * @default 1
             */
            stride?: number | number[];
            /**
             * Padding
             * @description Rows and columns cut off on each side of what comes out.
             * @default 0
             */
            padding?: number | number[];
            /**
             * Output padding
             * @description Rows and columns added below and to the right; less than the stride or the dilation.
             * @default 0
             */
            output_padding?: number | number[];
            /**
             * Dilation
             * @description How many pixels lie between two weights of a pattern, plus one.
             * @default 1
             */
            dilation?: number | number[];
            /**
             * Groups
             * @description Into how many parts the channels are split; each part makes its own share of the output.
             * @default 1
             */
            groups?: number;
            /**
             * Bias
             * @description Whether it adds a learned constant to each channel.
             * @default true
             */
            bias?: boolean;
            /**
             * Initializer
             * @description How its weights are drawn before training.
             */
            weight_init?: components["schemas"]["ByActivation"] | components["schemas"]["neurarium__spec__initializers__constant__Constant"] | components["schemas"]["HeNormal"] | components["schemas"]["HeUniform"] | components["schemas"]["LecunNormal"] | components["schemas"]["Normal"] | components["schemas"]["Ones"] | components["schemas"]["Orthogonal"] | components["schemas"]["Uniform"] | components["schemas"]["XavierNormal"] | components["schemas"]["XavierUniform"] | components["schemas"]["Zeros"];
        };
        /**
         * Cosine
         * @description m + (1 - m) (1 + cos(pi t / T)) / 2 over the T batch updates of the run, m being `final_factor`.
         *
         *     That is ``torch.optim.lr_scheduler.CosineAnnealingLR`` with ``T_max = T`` and ``eta_min = m * learning rate``: the
         *     very end would be reached one step after the last.
         */
        Cosine: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "cosine";
            /**
             * Warm-up, in steps
             * @description Batch updates over which the learning rate climbs to its full height, before all else.
             * @default 0
             */
            warmup_steps?: number;
            /**
             * Final factor m
             * @description What is left of the learning rate at the end.
             * @default 0
             */
            final_factor?: number;
        };
        /**
         * CurveRequest
         * @description An activation with its settings, and where to look at it.
         */
        CurveRequest: {
            /**
             * Node
             * @description A node as a network has it; its `inputs` are of no matter.
             */
            node: components["schemas"]["AdaptiveAvgPool2d"] | components["schemas"]["Add"] | components["schemas"]["AvgPool2d"] | components["schemas"]["BatchNorm"] | components["schemas"]["Concat"] | components["schemas"]["Conv2d"] | components["schemas"]["ConvTranspose2d"] | components["schemas"]["Dropout"] | components["schemas"]["Elu"] | components["schemas"]["Flatten"] | components["schemas"]["Gelu"] | components["schemas"]["GlobalAvgPool2d"] | components["schemas"]["Identity"] | components["schemas"]["LayerNorm"] | components["schemas"]["LeakyRelu"] | components["schemas"]["Linear"] | components["schemas"]["LocalResponseNorm"] | components["schemas"]["MaxPool2d"] | components["schemas"]["Multiply"] | components["schemas"]["Relu"] | components["schemas"]["Reshape"] | components["schemas"]["Sigmoid"] | components["schemas"]["Silu"] | components["schemas"]["Softmax"] | components["schemas"]["Softplus"] | components["schemas"]["neurarium__spec__layers__step__Step"] | components["schemas"]["Tanh"];
            /**
             * Low
             * @description The first input.
             * @default -6
             */
            low?: number;
            /**
             * High
             * @description The last input, above the first.
             * @default 6
             */
            high?: number;
            /**
             * Points
             * @description How many inputs, evenly spaced.
             * @default 241
             */
            points?: number;
        };
        /**
         * DataSpec
         * @description A data set by name, its options, and the split.
         *
         *     Attributes:
         *         dataset: a name from the catalog's `datasets`.
         *         options: settings of that data set; left out, its defaults.
         *         train_size: how many samples to train on, after the validation share was taken; None takes all.
         *         validation_fraction: the share of samples kept for validation, 0 to 0.9.
         */
        DataSpec: {
            /**
             * Data set
             * @default digits
             */
            dataset?: string;
            /** Options */
            options?: {
                [key: string]: unknown;
            };
            /**
             * Training samples
             * @description Empty takes all.
             */
            train_size?: number | null;
            /**
             * Validation share
             * @description The share of samples kept for validation.
             * @default 0.1
             */
            validation_fraction?: number;
        };
        /**
         * DatasetEntry
         * @description A data set, with its shape and classes at default options.
         */
        DatasetEntry: {
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /** Family */
            family: string;
            /** Sentence */
            sentence: string;
            /** Formula */
            formula: string;
            /** Source */
            source: string;
            /**
             * Schema
             * @description JSON schema of the settings.
             */
            schema: {
                [key: string]: unknown;
            };
            /** Defaults */
            defaults: {
                [key: string]: unknown;
            };
            /** Required */
            required: string[];
            /** Input Shape */
            input_shape: number[];
            /** Classes */
            classes: string[];
            /** Samples */
            samples: number;
            /** @description How a drawing becomes a sample; null where samples are no images. */
            preparation: components["schemas"]["Preparation"] | null;
        };
        /**
         * DescentEnd
         * @description How a descent ended.
         */
        DescentEnd: {
            /**
             * Code
             * @description finished: all steps were taken; diverged: the next point lies off the map or is no number; the others: a second-order method has no step from here.
             * @enum {string}
             */
            code: "finished" | "diverged" | "stationary" | "singular_hessian" | "unbounded" | "line_search_failed";
            /**
             * Steps
             * @description Steps that were taken.
             */
            steps: number;
            /**
             * Reason
             * @description Why it ended, in words.
             */
            readonly reason: string;
        };
        /**
         * DescentPath
         * @description Where one optimizer went. Lists have an entry for the start and one for each step taken.
         */
        DescentPath: {
            /**
             * Optimizer
             * @description The kind of optimizer.
             */
            optimizer: string;
            /** X */
            x: number[];
            /** Y */
            y: number[];
            /**
             * Value
             * @description f at each point.
             */
            value: number[];
            /**
             * Gradient Norm
             * @description The length of the gradient at each point.
             */
            gradient_norm: number[];
            /**
             * Learning Rate
             * @description That of each step, so one entry less; null for a method that has none.
             */
            learning_rate: number[] | null;
            /**
             * Evaluations
             * @description Points at which value and gradient were computed, line searches included.
             */
            evaluations: number;
            /**
             * Distance
             * @description From the last point to the nearest minimum; null where the surface has none.
             */
            distance: number | null;
            end: components["schemas"]["DescentEnd"];
        };
        /**
         * DescentRequest
         * @description A surface, where to start on it, and who descends.
         */
        DescentRequest: {
            /** Surface */
            surface: components["schemas"]["Beale"] | components["schemas"]["Quadratic"] | components["schemas"]["Rosenbrock"] | components["schemas"]["Saddle"] | components["schemas"]["TwoValleys"];
            /**
             * Start
             * @description x and y; left out, the surface's first start.
             */
            start?: [
                number,
                number
            ] | null;
            /** Descents */
            descents: components["schemas"]["DescentSpec"][];
            /**
             * Steps
             * @description Steps of each.
             * @default 100
             */
            steps?: number;
            /**
             * Engine
             * @description Who computes; torch takes about a second to start.
             * @default scratch
             * @enum {string}
             */
            engine?: "scratch" | "torch";
            /**
             * Grid
             * @description Points in each direction at which the surface's map is sampled; null leaves the map out.
             */
            grid?: number | null;
        };
        /**
         * DescentSpec
         * @description One optimizer that is to descend.
         */
        DescentSpec: {
            /**
             * Optimizer
             * @description Any optimizer of the catalog, or one of its second_order list.
             */
            optimizer: components["schemas"]["Adadelta"] | components["schemas"]["Adagrad"] | components["schemas"]["Adam"] | components["schemas"]["AdamW"] | components["schemas"]["Momentum"] | components["schemas"]["Nesterov"] | components["schemas"]["Rmsprop"] | components["schemas"]["Sgd"] | components["schemas"]["Bfgs"] | components["schemas"]["Newton"];
            /**
             * Schedule
             * @description Scales the learning rate over the steps; only constant where the optimizer has no learning rate.
             */
            schedule?: components["schemas"]["neurarium__spec__schedules__constant__Constant"] | components["schemas"]["Cosine"] | components["schemas"]["Exponential"] | components["schemas"]["InverseTime"] | components["schemas"]["Piecewise"] | components["schemas"]["StepDecay"];
        };
        /**
         * Descents
         * @description The descents of one request, in its order.
         */
        Descents: {
            /** Surface */
            surface: string;
            /**
             * Engine
             * @enum {string}
             */
            engine: "scratch" | "torch";
            /** Start */
            start: number[];
            /** Descents */
            descents: components["schemas"]["DescentPath"][];
            map: components["schemas"]["SurfaceMap"] | null;
        };
        /**
         * DiagnosisEntry
         * @description Something that is looked for in every run.
         */
        DiagnosisEntry: {
            /** Rule */
            rule: string;
            /** Title */
            title: string;
            /**
             * Sentence
             * @description Why it matters.
             */
            sentence: string;
            /** Source */
            source: string;
            /** Thresholds */
            thresholds: components["schemas"]["ThresholdEntry"][];
            /**
             * Looks At
             * @enum {string}
             */
            looks_at: "measurement" | "validation";
            /**
             * Patience
             * @description How many in a row have to show it before it is told, and not to before it is withdrawn.
             */
            patience: number;
            /**
             * Settle Steps
             * @description Steps before which nothing is judged.
             */
            settle_steps: number;
            /**
             * Explained By
             * @description Rules that are its cause where they hold: it is left untold then.
             */
            explained_by: string[];
            /**
             * Mends
             * @description Codes of the mends that it may propose.
             */
            mends: string[];
        };
        /**
         * Dropout
         * @description Sets each value to zero with probability `p` while training and scales the rest by 1 / (1 - p); passes all
         *     in evaluation.
         */
        Dropout: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "dropout";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
            /**
             * Dropped share
             * @description Probability of silencing a value.
             * @default 0.5
             */
            p?: number;
        };
        /**
         * EarlyStopping
         * @description Ends a run whose validation has stopped improving, and keeps the weights that did best.
         *
         *     Validation is measured after every epoch; the initial weights do not count. Once `patience` epochs in a row have not
         *     beaten the best one by more than `minimum_improvement`, the run is finished. Whenever a run with early stopping
         *     finishes, also after its last epoch, parameters and running statistics go back to those of the best epoch.
         *
         *     Source: Prechelt 1998, Early Stopping - But When?; Goodfellow et al. 2016, Deep Learning, section 7.8.
         */
        EarlyStopping: {
            /**
             * Watch
             * @description The validation figure that has to improve: down for loss, else up.
             * @default loss
             * @enum {string}
             */
            metric?: "loss" | "accuracy";
            /**
             * Patience, in epochs
             * @description Epochs in a row without improvement after which training ends.
             * @default 5
             */
            patience?: number;
            /**
             * Least improvement
             * @description An epoch improves only when it beats the best one by more than this.
             * @default 0
             */
            minimum_improvement?: number;
        };
        /**
         * Elu
         * @description Passes positive values on and bends negative ones towards ``-alpha``; the derivative there is ``y + alpha``.
         *
         *     It saturates on the negative side alone, and no unit dies at once: the slope is positive everywhere.
         */
        Elu: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "elu";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
            /**
             * Alpha
             * @description How far below zero the floor lies that it bends towards.
             * @default 1
             */
            alpha?: number;
        };
        /**
         * EngineEntry
         * @description An engine, and whether it can be used on this machine.
         */
        EngineEntry: {
            /** Name */
            name: string;
            /** Title */
            title: string;
            /** Available */
            available: boolean;
            /** Devices */
            devices: string[];
            /** Hint */
            hint?: string | null;
        };
        /**
         * ErrorBody
         * @description Every error, everywhere.
         */
        ErrorBody: {
            error: components["schemas"]["ErrorInfo"];
        };
        /**
         * ErrorInfo
         * @description An error as scripts and the page receive it.
         */
        ErrorInfo: {
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Hint */
            hint?: string | null;
            /** Node */
            node?: string | null;
            /** Field */
            field?: string | null;
        };
        /**
         * Exponential
         * @description e^(-k t), t being the batch updates made: ``torch.optim.lr_scheduler.ExponentialLR`` with gamma = e^-k.
         */
        Exponential: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "exponential";
            /**
             * Warm-up, in steps
             * @description Batch updates over which the learning rate climbs to its full height, before all else.
             * @default 0
             */
            warmup_steps?: number;
            /**
             * Decay k, per step
             * @description How fast it falls: after 1/k steps the exponential is at 37 %, the inverse at half.
             * @default 0.001
             */
            k?: number;
        };
        /**
         * FamilyEntry
         * @description A group of layers or presets.
         */
        FamilyEntry: {
            /** Name */
            name: string;
            /** Title */
            title: string;
        };
        /**
         * Finding
         * @description An error that a check found in a document, with what would make it go.
         */
        Finding: {
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Hint */
            hint?: string | null;
            /** Node */
            node?: string | null;
            /** Field */
            field?: string | null;
            /**
             * Mends
             * @description Changes of the spec, each of which mends it.
             * @default []
             */
            mends?: components["schemas"]["Mend"][];
        };
        /**
         * Flatten
         * @description Lays all values of a sample out in one vector, channel by channel, row by row.
         */
        Flatten: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "flatten";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
        };
        /**
         * ForwardNode
         * @description A node on the way forward.
         */
        ForwardNode: {
            /** Node */
            node: string;
            /** Kind */
            kind: string;
            /** Inputs */
            inputs: components["schemas"]["TraceInput"][];
            /**
             * Parameters
             * @description As they were in this pass, before the update.
             */
            parameters: {
                [key: string]: components["schemas"]["TraceArray"];
            };
            statistics: components["schemas"]["TraceStatistics"] | null;
            window: components["schemas"]["TraceWindow"] | null;
            output: components["schemas"]["TraceArray"];
            /** Lines */
            lines: components["schemas"]["TraceLines"][];
        };
        /**
         * Gelu
         * @description Multiplies each value by the probability that a standard normal one is smaller.
         *
         *     It falls to a minimum of about -0.17 at -0.75 and comes back to zero, so an output near zero does not tell whether
         *     the slope there is a half or nearly zero: there are no saturation bounds, and a zero is no dead unit.
         */
        Gelu: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "gelu";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
            /**
             * Approximate
             * @description none: by the error function itself; tanh: by the paper's approximation, off by 0.0005 at most.
             * @default none
             * @enum {string}
             */
            approximate?: "none" | "tanh";
        };
        /**
         * GlobalAvgPool2d
         * @description Replaces each channel by its mean, which makes an image of any size a vector.
         *
         *     Input shape: ``(channels, height, width)``. Output shape: ``(channels,)``. It is ``adaptive_avg_pool2d`` to a size
         *     of 1, and a ``flatten``.
         */
        GlobalAvgPool2d: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "global_avg_pool2d";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
        };
        /**
         * GradientCheck
         * @description What became of all of them; `verdict` is wrong where one is wrong, else right.
         */
        GradientCheck: {
            /** Engine */
            engine: string;
            /** Batch */
            batch: number;
            /** Loss */
            loss: number;
            /** Tolerance */
            tolerance: number;
            /**
             * Verdict
             * @enum {string}
             */
            verdict: "right" | "wrong";
            /** Checked */
            checked: number;
            /** At Kinks */
            at_kinks: number;
            /** Max Relative Error */
            max_relative_error: number | null;
            /** Parameters */
            parameters: components["schemas"]["CheckedParameter"][];
        };
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail?: components["schemas"]["ValidationError"][];
        };
        /**
         * HeNormal
         * @description Normal, with variance 2 / fan: makes up for the half that a ReLU cuts off.
         */
        HeNormal: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "he_normal";
            /**
             * Fan
             * @description fan_in keeps the signal level on its way forward, fan_out the gradient on its way back.
             * @default fan_in
             * @enum {string}
             */
            mode?: "fan_in" | "fan_out";
            /**
             * Negative slope
             * @description That of the leaky ReLU that follows; 0 for a ReLU. The gain is sqrt(2 / (1 + slope^2)).
             * @default 0
             */
            negative_slope?: number;
        };
        /**
         * HeUniform
         * @description Uniform, with variance 2 / fan: makes up for the half that a ReLU cuts off.
         */
        HeUniform: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "he_uniform";
            /**
             * Fan
             * @description fan_in keeps the signal level on its way forward, fan_out the gradient on its way back.
             * @default fan_in
             * @enum {string}
             */
            mode?: "fan_in" | "fan_out";
            /**
             * Negative slope
             * @description That of the leaky ReLU that follows; 0 for a ReLU. The gain is sqrt(2 / (1 + slope^2)).
             * @default 0
             */
            negative_slope?: number;
        };
        /**
         * Health
         * @description Signs of life.
         */
        Health: {
            /**
             * Status
             * @constant
             */
            status: "ok";
            /** Version */
            version: string;
            /** Devices */
            devices: string[];
        };
        /**
         * Huber
         * @description The mean of d^2 / 2 for distances d up to delta, of delta (d - delta / 2) beyond: ``torch.nn.HuberLoss``.
         *
         *     It is delta times `SmoothL1` with the same threshold. Input and targets: as `ElementwiseLoss`.
         */
        Huber: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "huber";
            /**
             * Delta
             * @description The distance at which the square passes into a straight line.
             * @default 1
             */
            delta?: number;
        };
        /**
         * Identity
         * @description Passes every value on unchanged: the straight way of a skip connection, or a regression's activation.
         *
         *     Its derivative is 1 everywhere: it neither saturates nor dies.
         */
        Identity: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "identity";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
        };
        /**
         * InitialWeights
         * @description Weights that a server has, to start from: those that another run has now, or those of a file that was sent.
         */
        InitialWeights: {
            /**
             * Run
             * @description A run's id.
             */
            run?: string | null;
            /**
             * Upload
             * @description The id that POST /api/weights answered with.
             */
            upload?: string | null;
            /**
             * Strict
             * @description Whether every tensor has to be there and fit; else what fits is taken.
             * @default true
             */
            strict?: boolean;
        };
        /**
         * InputCount
         * @description How many nodes a layer takes; a maximum of null is any number.
         */
        InputCount: {
            /** Minimum */
            minimum: number;
            /** Maximum */
            maximum: number | null;
        };
        /**
         * InverseTime
         * @description 1 / (1 + k t), t being the batch updates made.
         */
        InverseTime: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "inverse_time";
            /**
             * Warm-up, in steps
             * @description Batch updates over which the learning rate climbs to its full height, before all else.
             * @default 0
             */
            warmup_steps?: number;
            /**
             * Decay k, per step
             * @description How fast it falls: after 1/k steps the exponential is at 37 %, the inverse at half.
             * @default 0.001
             */
            k?: number;
        };
        /**
         * KindEntry
         * @description A kind: what it is, and the form of its settings.
         */
        KindEntry: {
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /** Family */
            family: string;
            /** Sentence */
            sentence: string;
            /** Formula */
            formula: string;
            /** Source */
            source: string;
            /**
             * Schema
             * @description JSON schema of the settings.
             */
            schema: {
                [key: string]: unknown;
            };
            /** Defaults */
            defaults: {
                [key: string]: unknown;
            };
            /** Required */
            required: string[];
        };
        /**
         * LayerEntry
         * @description A layer kind.
         */
        LayerEntry: {
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /** Family */
            family: string;
            /** Sentence */
            sentence: string;
            /** Formula */
            formula: string;
            /** Source */
            source: string;
            /**
             * Schema
             * @description JSON schema of the settings.
             */
            schema: {
                [key: string]: unknown;
            };
            /** Defaults */
            defaults: {
                [key: string]: unknown;
            };
            /** Required */
            required: string[];
            inputs: components["schemas"]["InputCount"];
            /** Id Prefix */
            id_prefix: string;
            /**
             * Trains
             * @description Whether it has tensors that are trained, for some settings at least.
             */
            trains: boolean;
            /**
             * Has Curve
             * @description Whether POST /api/activations/curve can draw it: it maps value by value.
             */
            has_curve: boolean;
        };
        /**
         * LayerNorm
         * @description Normalises each sample by itself, over its trailing dimensions, then scales and shifts every value.
         *
         *     Input and output shape: any. Mean and biased variance are taken over the last `dimensions` dimensions, PyTorch's
         *     ``normalized_shape`` being their sizes; weight and bias have that shape. Training and evaluation do not differ.
         */
        LayerNorm: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "layer_norm";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
            /**
             * Dimensions
             * @description How many trailing dimensions it normalises over; empty, all that a sample has.
             */
            dimensions?: number | null;
            /**
             * Epsilon
             * @description Added to the variance.
             * @default 0.00001
             */
            eps?: number;
            /**
             * Scale and shift
             * @description Whether it learns a scale and a shift for each value.
             * @default true
             */
            elementwise_affine?: boolean;
        };
        /**
         * LeakyRelu
         * @description Like ReLU, but multiplies negative values by a small slope instead of cutting them.
         */
        LeakyRelu: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "leaky_relu";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
            /**
             * Negative slope
             * @description What negative values are multiplied by.
             * @default 0.01
             */
            negative_slope?: number;
        };
        /**
         * LecunNormal
         * @description Normal, with variance 1 / fan_in: keeps the signal level where an activation is nearly linear.
         */
        LecunNormal: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "lecun_normal";
        };
        /**
         * Linear
         * @description Every output is a weighted sum of all inputs plus a bias.
         *
         *     Input shape: ``(in_features,)``. Output shape: ``(out_features,)``. Weight: ``(out_features, in_features)``.
         */
        Linear: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "linear";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
            /**
             * Units
             * @description How many outputs it has.
             */
            out_features: number;
            /**
             * Bias
             * @description Whether it adds a learned constant to each output.
             * @default true
             */
            bias?: boolean;
            /**
             * Initializer
             * @description How its weights are drawn before training.
             */
            weight_init?: components["schemas"]["ByActivation"] | components["schemas"]["neurarium__spec__initializers__constant__Constant"] | components["schemas"]["HeNormal"] | components["schemas"]["HeUniform"] | components["schemas"]["LecunNormal"] | components["schemas"]["Normal"] | components["schemas"]["Ones"] | components["schemas"]["Orthogonal"] | components["schemas"]["Uniform"] | components["schemas"]["XavierNormal"] | components["schemas"]["XavierUniform"] | components["schemas"]["Zeros"];
        };
        /**
         * LiveSettings
         * @description What `set` changes while a run trains, beside the learning rate, which stands in its spec.
         */
        LiveSettings: {
            /**
             * Steps Per Second
             * @description The speed limit; null trains as fast as it can.
             */
            steps_per_second: number | null;
            /**
             * Pinned Sample
             * @description The sample whose feature maps are shown: its place among the validation samples, or among the training samples where none are kept to validate.
             */
            pinned_sample: number;
        };
        /**
         * LocalResponseNorm
         * @description Divides each value by a power of what the neighbouring channels show at the same pixel.
         *
         *     Input and output shape: ``(channels, height, width)``. The neighbours of channel c are those from ``c - size // 2``
         *     to ``c + (size - 1) // 2``; beyond the first and last one there are zeros, and the mean is over `size` all the same.
         */
        LocalResponseNorm: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "local_response_norm";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
            /**
             * Channels
             * @description How many neighbouring channels count, itself included.
             * @default 5
             */
            size?: number;
            /**
             * Alpha
             * @description How much the neighbours count.
             * @default 0.0001
             */
            alpha?: number;
            /**
             * Beta
             * @description The power of the divisor.
             * @default 0.75
             */
            beta?: number;
            /**
             * k
             * @description What the divisor is where all is zero.
             * @default 1
             */
            k?: number;
        };
        /**
         * LossLines
         * @description Lines of the loss that ran.
         */
        LossLines: {
            /** Forward */
            forward: components["schemas"]["TraceLines"][];
            /** Backward */
            backward: components["schemas"]["TraceLines"][];
        };
        /**
         * MaxPool2d
         * @description Keeps the largest value of each window; padding counts as minus infinity.
         */
        MaxPool2d: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "max_pool2d";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
            /**
             * Window
             * @description Height and width of the window, in pixels.
             * @default 2
             */
            kernel_size?: number | number[];
            /**
             * Stride
             * @description How many pixels the window moves at a time; empty, its own size.
             */
            stride?: (number | number[]) | null;
            /**
             * Padding
             * @description Rows and columns added on each side; half the window at most.
             * @default 0
             */
            padding?: number | number[];
        };
        /**
         * MeanAbsoluteError
         * @description The mean, over batch and outputs, of the distance to the targets: ``torch.nn.L1Loss``.
         *
         *     Input and targets: as `ElementwiseLoss`.
         */
        MeanAbsoluteError: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "mean_absolute_error";
        };
        /**
         * MeanSquaredError
         * @description The mean, over batch and outputs, of the squared distance to the targets.
         *
         *     Input and targets: as `ElementwiseLoss`.
         */
        MeanSquaredError: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "mean_squared_error";
        };
        /**
         * Memory
         * @description Bytes of the arrays that stay for a whole training step, or from step to step.
         *
         *     What an engine borrows within one layer (columns of a convolution, say) comes on top. Outputs are counted one by
         *     one; an engine may take less where a layer's output is its input seen otherwise, as a flatten's is.
         */
        Memory: {
            /**
             * Activations
             * @description Outputs over one batch.
             * @default 0
             */
            activations?: number;
            /**
             * Parameters
             * @description Trainable tensors.
             * @default 0
             */
            parameters?: number;
            /**
             * Gradients
             * @description The loss's derivatives by them.
             * @default 0
             */
            gradients?: number;
            /**
             * Optimizer
             * @description What the optimizer remembers of those that are not frozen.
             * @default 0
             */
            optimizer?: number;
            /**
             * Buffers
             * @description Running statistics.
             * @default 0
             */
            buffers?: number;
        };
        /**
         * Mend
         * @description What would make an error go.
         *
         *     Attributes:
         *         title: what it does, in a few words, as a button says it.
         *         changes: the changes of the spec, one after the other.
         */
        Mend: {
            /** Title */
            title: string;
            /** Changes */
            changes: components["schemas"]["Change"][];
        };
        /**
         * MendEntry
         * @description Something to do about a finding, as a change of the run's spec that `POST /api/networks/check` approves of.
         */
        MendEntry: {
            /**
             * Code
             * @description What sort of change it is.
             */
            code: string;
            /** Title */
            title: string;
            /**
             * Figures
             * @description What the title names, as data.
             */
            figures: {
                [key: string]: unknown;
            };
            /**
             * Patch
             * @description JSON Patch (RFC 6902) of the run's spec.
             */
            patch: components["schemas"]["Operation"][];
        };
        /**
         * Momentum
         * @description v = momentum * v + gradient; w = w - learning_rate * v: torch.optim.SGD's definition.
         */
        Momentum: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "momentum";
            /**
             * Learning rate
             * @description How far a step goes; can be changed while it trains.
             * @default 0.01
             */
            learning_rate?: number;
            /**
             * Weight decay (L2)
             * @description This times each weight is added to its gradient, so weights shrink where nothing holds them.
             * @default 0
             */
            weight_decay?: number;
            /**
             * L1 penalty
             * @description This times each weight's sign is added to its gradient, so that idle weights go to zero.
             * @default 0
             */
            l1?: number;
            /**
             * Max-norm
             * @description The greatest length of the weights that reach one unit; empty sets no bound.
             */
            max_norm?: number | null;
            /**
             * Gradient clipping
             * @description The greatest length of the whole gradient; empty sets no bound.
             */
            clip_norm?: number | null;
            /**
             * Momentum
             * @description How much of the speed is kept from step to step.
             * @default 0.9
             */
            momentum?: number;
        };
        /**
         * Multiply
         * @description Multiplies nodes of one shape, value by value: a gate, by which one branch lets another through.
         */
        Multiply: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "multiply";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
        };
        /**
         * Nesterov
         * @description v = momentum * v + gradient; w = w - learning_rate * (gradient + momentum * v).
         *
         *     That is torch.optim.SGD with nesterov=True: the weights stand where the next gradient is looked at, one stride of
         *     the speed ahead.
         */
        Nesterov: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "nesterov";
            /**
             * Learning rate
             * @description How far a step goes; can be changed while it trains.
             * @default 0.01
             */
            learning_rate?: number;
            /**
             * Weight decay (L2)
             * @description This times each weight is added to its gradient, so weights shrink where nothing holds them.
             * @default 0
             */
            weight_decay?: number;
            /**
             * L1 penalty
             * @description This times each weight's sign is added to its gradient, so that idle weights go to zero.
             * @default 0
             */
            l1?: number;
            /**
             * Max-norm
             * @description The greatest length of the weights that reach one unit; empty sets no bound.
             */
            max_norm?: number | null;
            /**
             * Gradient clipping
             * @description The greatest length of the whole gradient; empty sets no bound.
             */
            clip_norm?: number | null;
            /**
             * Momentum
             * @description How much of the speed is kept from step to step.
             * @default 0.9
             */
            momentum?: number;
        };
        /**
         * NetworkCheck
         * @description What was inferred of a network; `nodes` holds those that could be inferred.
         */
        NetworkCheck: {
            /** Ok */
            ok: boolean;
            /** Input Shape */
            input_shape?: number[] | null;
            /**
             * Nodes
             * @default []
             */
            nodes?: components["schemas"]["CheckedNode"][];
            /**
             * Parameters
             * @default 0
             */
            parameters?: number;
            /**
             * Multiply Adds
             * @default 0
             */
            multiply_adds?: number;
            /** @description In bytes; that of the batch itself is in it. */
            memory?: components["schemas"]["Memory"];
            /**
             * Errors
             * @default []
             */
            errors?: components["schemas"]["Finding"][];
        };
        /**
         * NetworkSpec
         * @description Nodes in order; a node without `inputs` takes the node before it, the first one takes ``"input"``; the last
         *     one is the output.
         */
        NetworkSpec: {
            /** Nodes */
            nodes: (components["schemas"]["AdaptiveAvgPool2d"] | components["schemas"]["Add"] | components["schemas"]["AvgPool2d"] | components["schemas"]["BatchNorm"] | components["schemas"]["Concat"] | components["schemas"]["Conv2d"] | components["schemas"]["ConvTranspose2d"] | components["schemas"]["Dropout"] | components["schemas"]["Elu"] | components["schemas"]["Flatten"] | components["schemas"]["Gelu"] | components["schemas"]["GlobalAvgPool2d"] | components["schemas"]["Identity"] | components["schemas"]["LayerNorm"] | components["schemas"]["LeakyRelu"] | components["schemas"]["Linear"] | components["schemas"]["LocalResponseNorm"] | components["schemas"]["MaxPool2d"] | components["schemas"]["Multiply"] | components["schemas"]["Relu"] | components["schemas"]["Reshape"] | components["schemas"]["Sigmoid"] | components["schemas"]["Silu"] | components["schemas"]["Softmax"] | components["schemas"]["Softplus"] | components["schemas"]["Step-Output"] | components["schemas"]["Tanh"])[];
        };
        /**
         * Newton
         * @description w = w - learning_rate * H^-1 gradient, H being the exact matrix of second derivatives.
         *
         *     The step leads to where the quadratic that fits best here is stationary: a minimum, a saddle or a maximum, whichever
         *     it is. Nothing turns it downhill, so that this can be seen.
         */
        Newton: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "newton";
            /**
             * Learning rate
             * @description The share of the whole step that is taken: 1 is Newton's own, less is damped.
             * @default 1
             */
            learning_rate?: number;
        };
        /**
         * NodeOutput
         * @description What a node put out.
         */
        NodeOutput: {
            /**
             * Shape
             * @description (count, *output_shape).
             */
            shape: number[];
            /**
             * Values
             * @description Nested lists; null where a number is not finite.
             */
            values: unknown;
        };
        /**
         * Normal
         * @description Values from a normal distribution with mean 0 and the standard deviation `std`.
         */
        Normal: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "normal";
            /**
             * Standard deviation
             * @description The spread of the drawn values.
             * @default 0.01
             */
            std?: number;
        };
        /**
         * Ones
         * @description Every value one; as weights it leaves all units of a layer alike for ever.
         */
        Ones: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "ones";
        };
        /**
         * Operation
         * @description One change: `add` sets a member of an object, or inserts into a list; `remove` takes either out.
         */
        Operation: {
            /**
             * Op
             * @enum {string}
             */
            op: "add" | "remove";
            /** Path */
            path: string;
            /** Value */
            value?: unknown;
        };
        /**
         * Orthogonal
         * @description A random orthogonal matrix times `gain`: it turns signals and gradients without stretching them.
         *
         *     The tensor is taken as a matrix with a row for each index of its first axis, as in torch.nn.init.orthogonal_. Its
         *     rows are orthogonal and of length `gain` where there are no more rows than columns; else its columns are.
         */
        Orthogonal: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "orthogonal";
            /**
             * Gain
             * @description All values are multiplied by it: 1 for sigmoid, 5/3 for tanh, 1.414 for ReLU.
             * @default 1
             */
            gain?: number;
        };
        /**
         * ParameterStart
         * @description How the values of one parameter tensor start, in theory.
         */
        ParameterStart: {
            /**
             * Initializer
             * @description The kind that draws them; null where all start with one value.
             */
            initializer: string | null;
            /**
             * Std
             * @description The standard deviation that it promises.
             */
            std: number;
            /**
             * Fan In
             * @description How many inputs one output sums over.
             */
            fan_in: number;
            /**
             * Fan Out
             * @description How many outputs one input reaches.
             */
            fan_out: number;
        };
        /**
         * Pause
         * @description Make no further step but the next one, which is measured; a run that has ended makes none anyway.
         */
        Pause: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            command: "pause";
        };
        /**
         * Piecewise
         * @description A constant factor up to each boundary, and another from it on.
         *
         *     `factors` has one entry more than `boundaries`: the first holds before the first boundary, the last one from the
         *     last boundary on.
         */
        Piecewise: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "piecewise";
            /**
             * Warm-up, in steps
             * @description Batch updates over which the learning rate climbs to its full height, before all else.
             * @default 0
             */
            warmup_steps?: number;
            /**
             * Boundaries, in steps
             * @description Batch updates after which the next factor holds, rising.
             * @default [
             *       1000,
             *       2000
             *     ]
             */
            boundaries?: number[];
            /**
             * Factors
             * @description What the learning rate is multiplied by in each stretch: one more than there are boundaries.
             * @default [
             *       1,
             *       0.1,
             *       0.01
             *     ]
             */
            factors?: number[];
        };
        /**
         * PredictRequest
         * @description Samples, and whose outputs to return beside the network's own.
         */
        PredictRequest: {
            /**
             * Inputs
             * @description Samples, nested lists of shape (count, *input_shape).
             */
            inputs: unknown[];
            /**
             * Outputs
             * @description Nodes whose outputs are returned too, or "all"; left out, none.
             */
            outputs?: string[] | "all" | null;
        };
        /**
         * Prediction
         * @description The network's answers in evaluation mode, in the samples' order; a number that is not finite is null.
         */
        Prediction: {
            /**
             * Step
             * @description Updates made when it was computed.
             */
            step: number;
            /** Class Names */
            class_names: string[];
            /**
             * Predicted
             * @description The class that each sample is taken for.
             */
            predicted: number[];
            /**
             * Probabilities
             * @description A row for each sample, a column for each class; null where the loss takes outputs for no probabilities.
             */
            probabilities: (number | null)[][] | null;
            /**
             * Outputs
             * @description What the network put out, raw: logits where its loss takes them.
             */
            outputs: (number | null)[][];
            /**
             * Nodes
             * @description What the nodes asked for put out, in order of computation.
             */
            nodes: {
                [key: string]: components["schemas"]["NodeOutput"];
            };
        };
        /**
         * Preparation
         * @description How a drawing is made into a sample: as the data set's own samples were made, so that it resembles them.
         *
         *     Ink is bright on black. Lengths are shares of a side, so that they hold for any size of image.
         */
        Preparation: {
            /**
             * Box
             * @description Share of the sample that the drawing's longer side takes; its aspect is kept.
             */
            box: number;
            /**
             * Centre
             * @description What comes to lie in the middle: the drawing's bounding box or its centre of mass.
             * @enum {string}
             */
            centre: "box" | "mass";
            /**
             * Points
             * @description Above 1, a pixel counts which of so many by so many points of a bitmap are inked; else it is the mean of what it covers.
             */
            points: number;
            /**
             * Pen
             * @description Width of a stroke, as a share of the sheet that is drawn on: over three quarters of the sheet, it is about as thick as the samples' own.
             */
            pen: number;
            /**
             * Brightest
             * @description What full ink is where the data set's option `normalize` is off; otherwise it is 1.
             */
            brightest: number;
            /**
             * Sentence
             * @description The same in words.
             */
            sentence: string;
            /**
             * Source
             * @description Where the data set's makers describe it.
             */
            source: string;
        };
        /**
         * Preset
         * @description A run that is ready to play.
         */
        Preset: {
            /** Name */
            name: string;
            /** Title */
            title: string;
            /** Sentence */
            sentence: string;
            /** Family */
            family: string;
            spec: {
                [key: string]: unknown;
            };
        };
        /**
         * ProbeEntry
         * @description Something that a run measures.
         */
        ProbeEntry: {
            /** Probe */
            probe: string;
            /** Title */
            title: string;
            /** Sentence */
            sentence: string;
            /**
             * For Watched Nodes
             * @description Whether it is made of nodes that somebody watches: where a viewer says what it watches.
             */
            for_watched_nodes: boolean;
        };
        /**
         * ProbeSpec
         * @description Settings of the measurements.
         *
         *     Attributes:
         *         budget: the share of training time that measuring may take; 0 measures step 0, pauses and the end only.
         */
        ProbeSpec: {
            /**
             * Telemetry budget
             * @description The share of training time that watching may take.
             * @default 0.05
             */
            budget?: number;
        };
        /**
         * Quadratic
         * @description x^2 / 20 + y^2.
         */
        Quadratic: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "quadratic";
        };
        /**
         * Relu
         * @description Passes positive values on and cuts negative ones to zero; its derivative at zero is taken as zero.
         */
        Relu: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "relu";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
        };
        /**
         * Reset
         * @description Go back to step 0 and the same initial weights, and hold.
         */
        Reset: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            command: "reset";
        };
        /**
         * Reshape
         * @description Lays a sample's values out in another shape, in the same order; the batch stays as it is.
         *
         *     Input shape: any. Output shape: `shape`, in which -1 stands for whatever size takes the rest.
         */
        Reshape: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "reshape";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
            /**
             * Shape
             * @description Sizes of the output, such as 16, 4, 4: channels, height, width; one of them may be -1, the rest.
             * @example [
             *       -1
             *     ]
             */
            shape: number[];
        };
        /**
         * Resume
         * @description Go on, or begin.
         */
        Resume: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            command: "resume";
        };
        /**
         * Rmsprop
         * @description h = alpha * h + (1 - alpha) * gradient^2; w = w - learning_rate * gradient / (sqrt(h) + eps).
         */
        Rmsprop: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "rmsprop";
            /**
             * Learning rate
             * @description How far a step goes; can be changed while it trains.
             * @default 0.001
             */
            learning_rate?: number;
            /**
             * Weight decay (L2)
             * @description This times each weight is added to its gradient, so weights shrink where nothing holds them.
             * @default 0
             */
            weight_decay?: number;
            /**
             * L1 penalty
             * @description This times each weight's sign is added to its gradient, so that idle weights go to zero.
             * @default 0
             */
            l1?: number;
            /**
             * Max-norm
             * @description The greatest length of the weights that reach one unit; empty sets no bound.
             */
            max_norm?: number | null;
            /**
             * Gradient clipping
             * @description The greatest length of the whole gradient; empty sets no bound.
             */
            clip_norm?: number | null;
            /**
             * Decay rate
             * @description How much of the squared gradient is kept from step to step.
             * @default 0.99
             */
            alpha?: number;
            /**
             * Epsilon
             * @description Added to the divisor so that it never is zero.
             * @default 1e-8
             */
            eps?: number;
        };
        /**
         * Rosenbrock
         * @description (1 - x)^2 + 100 (y - x^2)^2.
         */
        Rosenbrock: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "rosenbrock";
        };
        /**
         * Run
         * @description A run.
         */
        Run: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            state: components["schemas"]["RunState"];
            /**
             * Reason
             * @description Why it is in this state, where that needs saying.
             */
            reason: string | null;
            spec: components["schemas"]["RunSpec"];
            /**
             * Step
             * @description Updates made.
             */
            step: number;
            /**
             * Epoch
             * @description Passes over the training data, with a fraction.
             */
            epoch: number;
            /** Steps Per Epoch */
            steps_per_epoch: number | null;
            /** Total Steps */
            total_steps: number | null;
            /** Created At */
            created_at: string;
            /**
             * Generation
             * @description How often it was reset.
             */
            generation: number;
            /** Device */
            device: string | null;
            /** @description Null until it is built. */
            samples: components["schemas"]["SampleCounts"] | null;
            settings: components["schemas"]["LiveSettings"];
            /**
             * Metrics
             * @description The last value of each scalar.
             */
            metrics: {
                [key: string]: number | null;
            };
            /**
             * Findings
             * @description What was found wrong with it and holds now.
             */
            findings: components["schemas"]["RunFinding"][];
            error: components["schemas"]["ErrorInfo"] | null;
        };
        /**
         * RunFinding
         * @description Something that was found and holds.
         */
        RunFinding: {
            /**
             * Id
             * @description The same as long as it is the same finding.
             */
            id: string;
            /**
             * Rule
             * @description Which rule found it, a name in the catalog's diagnoses.
             */
            rule: string;
            /**
             * Node
             * @description Where it was measured; "input" is the data.
             */
            node: string;
            /**
             * Since
             * @description The step at which it was found.
             */
            since: number;
            /**
             * Step
             * @description The step that these figures are of.
             */
            step: number;
            /** Value */
            value: number;
            /**
             * Threshold
             * @description The rule's threshold that the value has passed.
             */
            threshold: string;
            /** Limit */
            limit: number;
            /**
             * Badge
             * @description It in two or three words.
             */
            badge: string;
            /**
             * Message
             * @description What was found.
             */
            message: string;
            /**
             * Detail
             * @description The evidence behind it.
             */
            detail: string;
            /**
             * Why
             * @description Why it matters.
             */
            why: string;
            /**
             * Figures
             * @description The evidence, by name.
             */
            figures: {
                [key: string]: unknown;
            };
            /** Mends */
            mends: components["schemas"]["MendEntry"][];
        };
        /**
         * RunSpec
         * @description A network, its data and how it is trained.
         */
        RunSpec: {
            /**
             * Schema Version
             * @default 1
             * @constant
             */
            schema_version?: 1;
            /**
             * Name
             * @default
             */
            name?: string;
            /**
             * Seed
             * @description Fixes weights, batch order, masks and data.
             * @default 0
             */
            seed?: number;
            /**
             * Engine
             * @description Who computes: numpy from scratch, or PyTorch.
             * @default scratch
             * @enum {string}
             */
            engine?: "scratch" | "torch";
            /**
             * Device
             * @description auto, cpu, cuda, cuda:N or mps; the scratch engine runs on the cpu.
             * @default auto
             */
            device?: string;
            /**
             * Number format
             * @description float32 or float64; or, in the torch engine, bfloat16 or float16: layers then compute in half precision where that is safe (torch.autocast), and weights, loss and updates stay in float32.
             * @default float32
             * @enum {string}
             */
            dtype?: "float32" | "float64" | "bfloat16" | "float16";
            data?: components["schemas"]["DataSpec"];
            network: components["schemas"]["NetworkSpec"];
            /**
             * Weights to start from
             * @description Left out, all weights are drawn from the seed.
             */
            initial_weights?: components["schemas"]["InitialWeights"] | null;
            /**
             * Frozen nodes
             * @description Nodes whose weights and running statistics stay as they start. Their gradients are measured all the same, and frozen batch normalisation normalises by its running statistics.
             * @default []
             */
            frozen?: string[];
            /** Loss */
            loss?: components["schemas"]["BinaryCrossEntropy"] | components["schemas"]["Huber"] | components["schemas"]["MeanAbsoluteError"] | components["schemas"]["MeanSquaredError"] | components["schemas"]["SmoothL1"] | components["schemas"]["SoftmaxCrossEntropy"] | components["schemas"]["SumOfSquares"];
            /** Optimizer */
            optimizer?: components["schemas"]["Adadelta"] | components["schemas"]["Adagrad"] | components["schemas"]["Adam"] | components["schemas"]["AdamW"] | components["schemas"]["Momentum"] | components["schemas"]["Nesterov"] | components["schemas"]["Rmsprop"] | components["schemas"]["Sgd"];
            /** Schedule */
            schedule?: components["schemas"]["neurarium__spec__schedules__constant__Constant"] | components["schemas"]["Cosine"] | components["schemas"]["Exponential"] | components["schemas"]["InverseTime"] | components["schemas"]["Piecewise"] | components["schemas"]["StepDecay"];
            /**
             * Batch size
             * @description Samples in one step.
             * @default 100
             */
            batch_size?: number;
            /**
             * Epochs
             * @description Passes over the training data.
             * @default 10
             */
            epochs?: number;
            /**
             * Early stopping
             * @description Ends training when validation has stopped improving, and keeps the best weights; null trains on.
             */
            early_stopping?: components["schemas"]["EarlyStopping"] | null;
            probes?: components["schemas"]["ProbeSpec"];
        };
        /**
         * RunState
         * @description What a run is doing.
         * @enum {string}
         */
        RunState: "queued" | "starting" | "running" | "paused" | "finished" | "stopped" | "diverged" | "failed" | "interrupted";
        /**
         * RunTrace
         * @description The step that a run makes next.
         */
        RunTrace: {
            /** Engine */
            engine: string;
            /** Dtype */
            dtype: string;
            /**
             * Step
             * @description The number of the update, from 1.
             */
            step: number;
            /**
             * Batch
             * @description Samples that the step was made on.
             */
            batch: number;
            /**
             * Samples
             * @description How many of them are shown: the first ones.
             */
            samples: number;
            /** Learning Rate */
            learning_rate: number;
            /**
             * Loss
             * @description The batch's loss, before the update; null where it is not finite.
             */
            loss: number | null;
            /**
             * Gradient Norm
             * @description The length of the gradient of all trained parameters together.
             */
            gradient_norm: number | null;
            inputs: components["schemas"]["TraceArray"];
            targets: components["schemas"]["TraceArray"];
            /** Forward */
            forward: components["schemas"]["ForwardNode"][];
            /** Backward */
            backward: components["schemas"]["BackwardNode"][];
            /** @description The loss's derivative by the data. */
            input_gradient: components["schemas"]["TraceArray"];
            loss_lines: components["schemas"]["LossLines"];
            /** Update Lines */
            update_lines: components["schemas"]["TraceLines"][];
            /**
             * Generation
             * @description That of the run, which a reset raises.
             */
            generation: number;
        };
        /**
         * RunTraceRequest
         * @description What to show of a run's next step. The step is made on its whole batch, whatever is shown of it.
         */
        RunTraceRequest: {
            /**
             * Samples
             * @description How many of the batch's samples to show.
             * @default 1
             */
            samples?: number;
            /**
             * Nodes
             * @description Which nodes to show, none of them with []; left out, all.
             */
            nodes?: string[] | null;
            /**
             * Step
             * @description Show more of the step looked at last, by its number, though the run has gone on; left out, take a new look.
             */
            step?: number | null;
        };
        /**
         * Saddle
         * @description y^2 - x^2.
         */
        Saddle: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "saddle";
        };
        /**
         * SampleCounts
         * @description How many samples a run trains and validates on.
         */
        SampleCounts: {
            /** Train */
            train: number;
            /** Validation */
            validation: number;
        };
        /**
         * Samples
         * @description Some samples of a data set.
         */
        Samples: {
            /** Dataset */
            dataset: string;
            /**
             * Split
             * @enum {string}
             */
            split: "train" | "validation" | "test";
            /** Offset */
            offset: number;
            /** Total */
            total: number;
            /** Input Shape */
            input_shape: number[];
            /** Classes */
            classes: string[];
            /**
             * Inputs
             * @description Nested lists, each of `input_shape`.
             */
            inputs: unknown[];
            /** Targets */
            targets: number[];
        };
        /**
         * ScheduleCurve
         * @description The learning rate of some of the updates; between two of them it goes nearly straight.
         */
        ScheduleCurve: {
            /** Total Steps */
            total_steps: number;
            /**
             * Steps
             * @description Finished updates; the first is 0, the last total_steps - 1.
             */
            steps: number[];
            /**
             * Learning Rates
             * @description Of the update that follows each.
             */
            learning_rates: number[];
        };
        /**
         * ScheduleRequest
         * @description A schedule, and how long the run is: in steps, or as its data, batch size and epochs say.
         */
        ScheduleRequest: {
            /** Schedule */
            schedule: components["schemas"]["neurarium__spec__schedules__constant__Constant"] | components["schemas"]["Cosine"] | components["schemas"]["Exponential"] | components["schemas"]["InverseTime"] | components["schemas"]["Piecewise"] | components["schemas"]["StepDecay"];
            /**
             * Learning rate
             * @description That of the optimizer, which the schedule scales.
             * @default 1
             */
            learning_rate?: number;
            /**
             * Total Steps
             * @description Left out, they follow from data, batch_size and epochs.
             */
            total_steps?: number | null;
            data?: components["schemas"]["DataSpec"];
            /**
             * Batch size
             * @description Samples in one step.
             * @default 100
             */
            batch_size?: number;
            /**
             * Epochs
             * @description Passes over the training data.
             * @default 10
             */
            epochs?: number;
        };
        /**
         * Set
         * @description Change settings while it trains: those that are named, from the next step on.
         */
        Set: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            command: "set";
            /** Learning Rate */
            learning_rate?: number | null;
            /**
             * Steps Per Second
             * @description The speed limit, for watching slowly; null trains as fast as it can.
             */
            steps_per_second?: number | null;
            /**
             * Pinned Sample
             * @description The sample whose feature maps are shown: its place among the validation samples, or among the training samples where none are kept to validate.
             */
            pinned_sample?: number | null;
        };
        /**
         * Sgd
         * @description w = w - learning_rate * gradient.
         */
        Sgd: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "sgd";
            /**
             * Learning rate
             * @description How far a step goes; can be changed while it trains.
             * @default 0.1
             */
            learning_rate?: number;
            /**
             * Weight decay (L2)
             * @description This times each weight is added to its gradient, so weights shrink where nothing holds them.
             * @default 0
             */
            weight_decay?: number;
            /**
             * L1 penalty
             * @description This times each weight's sign is added to its gradient, so that idle weights go to zero.
             * @default 0
             */
            l1?: number;
            /**
             * Max-norm
             * @description The greatest length of the weights that reach one unit; empty sets no bound.
             */
            max_norm?: number | null;
            /**
             * Gradient clipping
             * @description The greatest length of the whole gradient; empty sets no bound.
             */
            clip_norm?: number | null;
        };
        /**
         * Sigmoid
         * @description Squeezes any value between 0 and 1; its derivative is y (1 - y), at most 1/4.
         */
        Sigmoid: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "sigmoid";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
        };
        /**
         * Silu
         * @description Multiplies each value by its sigmoid; also known as swish.
         *
         *     It falls to a minimum of about -0.28 at -1.28 and comes back to zero, so an output near zero does not tell whether
         *     the slope there is a half or nearly zero: there are no saturation bounds, and a zero is no dead unit.
         */
        Silu: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "silu";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
        };
        /**
         * SmoothL1
         * @description The mean of d^2 / (2 beta) for distances d below beta, of d - beta / 2 beyond: ``torch.nn.SmoothL1Loss``.
         *
         *     Input and targets: as `ElementwiseLoss`.
         */
        SmoothL1: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "smooth_l1";
            /**
             * Beta
             * @description The distance at which the square passes into a straight line.
             * @default 1
             */
            beta?: number;
        };
        /**
         * Softmax
         * @description Turns a vector's values, or each pixel's channels, into shares that are positive and add up to 1.
         *
         *     Input and output shape: ``(features,)`` or ``(channels, ...)``; the shares are taken over the first dimension, as by
         *     ``torch.nn.Softmax(dim=1)``. A loss on logits contains a softmax already.
         *
         *     A small share is no saturation by itself: among many classes all but one are small. So there are no bounds.
         */
        Softmax: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "softmax";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
        };
        /**
         * SoftmaxCrossEntropy
         * @description The mean over the batch of -log of the probability that softmax gives to the true class.
         *
         *     Input: logits of shape ``(batch, classes)``; targets: class numbers of shape ``(batch,)``.
         */
        SoftmaxCrossEntropy: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "softmax_cross_entropy";
        };
        /**
         * Softplus
         * @description A smooth ReLU: nearly zero for negative values, nearly the value itself for positive ones.
         *
         *     Its derivative is the sigmoid of ``beta x``, positive everywhere: units saturate near zero, and none dies at once.
         *     PyTorch's module takes ``beta x > 20`` for linear; both engines here compute the logarithm wherever it tells.
         */
        Softplus: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "softplus";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
            /**
             * Beta
             * @description How sharp its bend is; the larger, the nearer to ReLU.
             * @default 1
             */
            beta?: number;
        };
        /**
         * Source
         * @description Who computes a kind in the scratch engine, and how: read from the code that runs.
         */
        Source: {
            /** Class Name */
            class_name: string;
            /** File */
            file: string;
            /** First Line */
            first_line: number;
            /** Docstring */
            docstring: string;
            /**
             * Methods
             * @description forward and backward; of an optimizer, step and update.
             */
            methods: components["schemas"]["SourcePiece"][];
            /**
             * Helpers
             * @description What those call of the engine's own.
             */
            helpers: components["schemas"]["SourcePiece"][];
        };
        /**
         * SourcePiece
         * @description A method or function of the scratch engine.
         */
        SourcePiece: {
            /** Name */
            name: string;
            /**
             * Owner
             * @description The class that defines it; empty for a function.
             */
            owner: string;
            /**
             * File
             * @description Where it stands, e.g. neurarium/engines/scratch/layers/conv2d.py.
             */
            file: string;
            /**
             * First Line
             * @description The number of its first line there, from 1.
             */
            first_line: number;
            /**
             * Text
             * @description Its lines, as they stand in the file.
             */
            text: string;
        };
        /**
         * Step
         * @description 1 where a value is positive, else 0: the perceptron's activation, with hard decisions.
         *
         *     Its derivative is zero wherever it has one, and both engines take it as zero everywhere: no stand-in is put in its
         *     place, so nothing before it is trained by gradient descent. Every output lies beyond the saturation bounds, since
         *     the derivative is zero at each; this tells already that no unit passes a gradient, so none is counted as dead.
         */
        "Step-Output": {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "step";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
        };
        /**
         * StepDecay
         * @description gamma^floor(t / step_size): ``torch.optim.lr_scheduler.StepLR``, counted in batch updates.
         */
        StepDecay: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "step_decay";
            /**
             * Warm-up, in steps
             * @description Batch updates over which the learning rate climbs to its full height, before all else.
             * @default 0
             */
            warmup_steps?: number;
            /**
             * Distance, in steps
             * @description Batch updates from one fall to the next.
             * @default 1000
             */
            step_size?: number;
            /**
             * Gamma
             * @description What the learning rate is multiplied by at each fall.
             * @default 0.1
             */
            gamma?: number;
        };
        /**
         * Stop
         * @description End the run and its process; what was measured stays.
         */
        Stop: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            command: "stop";
        };
        /**
         * SumOfSquares
         * @description Half the sum over the outputs of the squared distance to the targets, averaged over the batch.
         *
         *     Of one sample it is the book's sum of squares; of a batch, its mean, so that the batch size does not change how far
         *     a step goes.
         *
         *     Input and targets: as `ElementwiseLoss`.
         */
        SumOfSquares: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "sum_of_squares";
        };
        /**
         * SurfaceEntry
         * @description A surface, with what its map should show.
         */
        SurfaceEntry: {
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /** Family */
            family: string;
            /** Sentence */
            sentence: string;
            /** Formula */
            formula: string;
            /** Source */
            source: string;
            /**
             * Schema
             * @description JSON schema of the settings.
             */
            schema: {
                [key: string]: unknown;
            };
            /** Defaults */
            defaults: {
                [key: string]: unknown;
            };
            /** Required */
            required: string[];
            /** X Range */
            x_range: [
                number,
                number
            ];
            /** Y Range */
            y_range: [
                number,
                number
            ];
            /**
             * Starts
             * @description Telling points to start from, the usual one first.
             */
            starts: [
                number,
                number
            ][];
            /**
             * Minima
             * @description Every local minimum, the lowest first.
             */
            minima: [
                number,
                number
            ][];
            /** Saddles */
            saddles: [
                number,
                number
            ][];
            /**
             * Learning Rates
             * @description One that suits the surface, by kind of optimizer.
             */
            learning_rates: {
                [key: string]: number;
            };
        };
        /**
         * SurfaceMap
         * @description The surface's values over the range that the catalog gives for it.
         */
        SurfaceMap: {
            /**
             * X
             * @description Ends of x: those of the first and the last column.
             */
            x: number[];
            /**
             * Y
             * @description Ends of y: those of the first and the last row.
             */
            y: number[];
            /**
             * Values
             * @description A row for each y, from low to high.
             */
            values: number[][];
        };
        /**
         * Tanh
         * @description Squeezes any value between -1 and 1; its derivative is 1 - y^2.
         */
        Tanh: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "tanh";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
        };
        /**
         * ThresholdEntry
         * @description Where a value stops being healthy, and where it is so again.
         */
        ThresholdEntry: {
            /** Threshold */
            threshold: string;
            /** Limit */
            limit: number;
            /** Release */
            release: number;
            /**
             * Above
             * @description Whether values above the limit are unhealthy; otherwise those below.
             */
            above: boolean;
            /**
             * Unit
             * @description What is measured.
             */
            unit: string;
            /**
             * Reason
             * @description Why it lies there.
             */
            reason: string;
        };
        /**
         * Trace
         * @description One training step: nodes in the order of computation, forward and then backward.
         */
        Trace: {
            /** Engine */
            engine: string;
            /** Dtype */
            dtype: string;
            /**
             * Step
             * @description The number of the update, from 1.
             */
            step: number;
            /**
             * Batch
             * @description Samples that the step was made on.
             */
            batch: number;
            /**
             * Samples
             * @description How many of them are shown: the first ones.
             */
            samples: number;
            /** Learning Rate */
            learning_rate: number;
            /**
             * Loss
             * @description The batch's loss, before the update; null where it is not finite.
             */
            loss: number | null;
            /**
             * Gradient Norm
             * @description The length of the gradient of all trained parameters together.
             */
            gradient_norm: number | null;
            inputs: components["schemas"]["TraceArray"];
            targets: components["schemas"]["TraceArray"];
            /** Forward */
            forward: components["schemas"]["ForwardNode"][];
            /** Backward */
            backward: components["schemas"]["BackwardNode"][];
            /** @description The loss's derivative by the data. */
            input_gradient: components["schemas"]["TraceArray"];
            loss_lines: components["schemas"]["LossLines"];
            /** Update Lines */
            update_lines: components["schemas"]["TraceLines"][];
        };
        /**
         * TraceArray
         * @description An array: its shape, and nested lists of values; null where one is not finite.
         */
        TraceArray: {
            /** Shape */
            shape: number[];
            /** Values */
            values: unknown;
        };
        /**
         * TraceInput
         * @description What a node took from another one.
         */
        TraceInput: {
            /** Node */
            node: string;
            /** Shape */
            shape: number[];
            /** Values */
            values: unknown;
        };
        /**
         * TraceLines
         * @description Lines of a source file that ran, numbered from 1; none where PyTorch computed.
         */
        TraceLines: {
            /** File */
            file: string;
            /** Lines */
            lines: number[];
        };
        /**
         * TraceRequest
         * @description What to trace: the first step of a run, on its own first batch, or on samples and weights that are given.
         */
        TraceRequest: {
            spec: components["schemas"]["RunSpec"];
            /**
             * Inputs
             * @description Samples, nested lists of shape (batch, *input_shape); left out, the run's own.
             */
            inputs?: unknown[] | null;
            /**
             * Targets
             * @description A class number for each sample, or the values that its outputs should have.
             */
            targets?: unknown[] | null;
            /**
             * Parameters
             * @description Weights by node and name, e.g. {"fc1.weight": [[0.1]]}; the others are drawn.
             */
            parameters?: {
                [key: string]: unknown;
            };
        };
        /**
         * TraceStatistics
         * @description By what batch normalisation normalised, by channel: the whole batch's, or the running ones of a frozen node.
         */
        TraceStatistics: {
            mean: components["schemas"]["TraceArray"];
            variance: components["schemas"]["TraceArray"];
        };
        /**
         * TraceWindow
         * @description The window that a convolution or pooling slides; pairs are height and width.
         */
        TraceWindow: {
            /** Kernel */
            kernel: [
                number,
                number
            ];
            /** Stride */
            stride: [
                number,
                number
            ];
            /** Dilation */
            dilation: [
                number,
                number
            ];
            /**
             * Margins
             * @description Rows above and below, columns left and right of the image.
             */
            margins: [
                [
                    number,
                    number
                ],
                [
                    number,
                    number
                ]
            ];
            /**
             * Groups
             * @description Parts that the channels are split into; 0 where each channel is by itself.
             */
            groups: number;
        };
        /**
         * TracedParameter
         * @description A parameter on the way back.
         */
        TracedParameter: {
            /** @description The loss's derivative by it. */
            gradient: components["schemas"]["TraceArray"];
            /** @description What the step added to it. */
            update: components["schemas"]["TraceArray"];
            /** @description What it is after the update. */
            value: components["schemas"]["TraceArray"];
            /**
             * Remembered
             * @description What the optimizer kept of it before the update, by name.
             */
            remembered: {
                [key: string]: components["schemas"]["TraceArray"];
            };
        };
        /**
         * TwoValleys
         * @description y^4 + 3x^4 + 8x^3 - 48x^2.
         *
         *     Its derivatives 12x (x + 4)(x - 2) and 4y^3 are zero together at x = -4 (f = -512), x = 0 (f = 0, a maximum along x
         *     and a minimum along y) and x = 2 (f = -80), all with y = 0. The second derivative by y, 12y^2, is zero there.
         */
        TwoValleys: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "two_valleys";
        };
        /**
         * Uniform
         * @description Values from a uniform distribution between `low` and `high`; its mean is halfway between them.
         */
        Uniform: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "uniform";
            /**
             * Low
             * @description No value lies below.
             * @default -0.1
             */
            low?: number;
            /**
             * High
             * @description No value lies above.
             * @default 0.1
             */
            high?: number;
        };
        /**
         * UploadedWeights
         * @description Weights that runs can start from.
         */
        UploadedWeights: {
            /** Id */
            id: string;
            /**
             * Tensors
             * @description What is in them: shapes by node and parameter name.
             */
            tensors: {
                [key: string]: number[];
            };
        };
        /** ValidationError */
        ValidationError: {
            /** Location */
            loc: (string | number)[];
            /** Message */
            msg: string;
            /** Error Type */
            type: string;
            /** Input */
            input?: unknown;
            /** Context */
            ctx?: Record<string, never>;
        };
        /**
         * XavierNormal
         * @description Normal, with variance gain^2 * 2 / (fan_in + fan_out): levels both the signal and the gradient of symmetric
         *     activations.
         */
        XavierNormal: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "xavier_normal";
            /**
             * Gain
             * @description All values are multiplied by it: 1 for sigmoid, 5/3 for tanh, 1.414 for ReLU.
             * @default 1
             */
            gain?: number;
        };
        /**
         * XavierUniform
         * @description Uniform, with variance gain^2 * 2 / (fan_in + fan_out): levels both the signal and the gradient of symmetric
         *     activations.
         */
        XavierUniform: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "xavier_uniform";
            /**
             * Gain
             * @description All values are multiplied by it: 1 for sigmoid, 5/3 for tanh, 1.414 for ReLU.
             * @default 1
             */
            gain?: number;
        };
        /**
         * Zeros
         * @description Every value zero: right for biases; as weights it leaves all units of a layer alike for ever.
         */
        Zeros: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "zeros";
        };
        /**
         * Constant
         * @description Every value the same; as weights it leaves all units of a layer alike for ever.
         */
        neurarium__spec__initializers__constant__Constant: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "constant";
            /**
             * Value
             * @description What every element starts at.
             * @default 0.1
             */
            value?: number;
        };
        /**
         * Step
         * @description 1 where a value is positive, else 0: the perceptron's activation, with hard decisions.
         *
         *     Its derivative is zero wherever it has one, and both engines take it as zero everywhere: no stand-in is put in its
         *     place, so nothing before it is trained by gradient descent. Every output lies beyond the saturation bounds, since
         *     the derivative is zero at each; this tells already that no unit passes a gradient, so none is counted as dead.
         */
        neurarium__spec__layers__step__Step: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "step";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             */
            inputs?: string[] | null;
        };
        /**
         * Constant
         * @description The learning rate stays as it is set, after the warm-up if there is one.
         */
        neurarium__spec__schedules__constant__Constant: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "constant";
            /**
             * Warm-up, in steps
             * @description Batch updates over which the learning rate climbs to its full height, before all else.
             * @default 0
             */
            warmup_steps?: number;
        };
        /**
         * Step
         * @description Make `count` steps, then hold.
         */
        neurarium__training__commands__Step: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            command: "step";
            /**
             * Count
             * @default 1
             */
            count?: number;
        };
        /**
         * ConfusionMessage
         * @description confusion: How many validation samples of each class are taken for each.
         */
        ConfusionMessage: {
            /** @description uint32, (classes, classes): a row for each true class, a column for each predicted one. */
            counts: components["schemas"]["PackedArray"];
            /**
             * Samples
             * @description What the counts add up to.
             */
            samples: number;
            /** Seq */
            seq: number;
            /** Step */
            step: number;
            /**
             * Type
             * @constant
             */
            type: "probe";
            /** Probe */
            probe: string;
            /** Node */
            node: string;
            /** Parameter */
            parameter: string | null;
        };
        /**
         * DecisionSurfaceMessage
         * @description decision_surface: `values` has shape (classes, rows, columns), row 0 at the low end of y.
         */
        DecisionSurfaceMessage: {
            /** X */
            x: number[];
            /** Y */
            y: number[];
            values: components["schemas"]["PackedArray"];
            /** Seq */
            seq: number;
            /** Step */
            step: number;
            /**
             * Type
             * @constant
             */
            type: "probe";
            /** Probe */
            probe: string;
            /** Node */
            node: string;
            /** Parameter */
            parameter: string | null;
        };
        /**
         * FeatureMapsMessage
         * @description feature_maps: A node's output for the pinned sample, in evaluation mode: (channels, rows, columns), or (features,).
         */
        FeatureMapsMessage: {
            /** @description float16. */
            values: components["schemas"]["PackedArray"];
            /**
             * Scale
             * @description A power of two, by which the values are to be multiplied.
             */
            scale: number;
            /**
             * Low
             * @description The least finite one of the measured values that are shown; null without.
             */
            low: number | null;
            /** High */
            high: number | null;
            /**
             * Shape
             * @description The shape that it had, before anything was left out.
             */
            shape: number[];
            /**
             * Block
             * @description Each pixel shown is the mean of so many by so many; 1 shows every pixel.
             */
            block: number;
            /**
             * Sample
             * @description Its place in its split.
             */
            sample: number;
            /**
             * Split
             * @description validation, or train where none are kept to validate.
             */
            split: string;
            /**
             * Target
             * @description The class it belongs to.
             */
            target: number;
            /**
             * Predicted
             * @description The class that the network takes it for.
             */
            predicted: number;
            /** @description The network's, one a class, float32; null where its loss takes outputs for none. */
            probabilities: components["schemas"]["PackedArray"] | null;
            /** Seq */
            seq: number;
            /** Step */
            step: number;
            /**
             * Type
             * @constant
             */
            type: "probe";
            /** Probe */
            probe: string;
            /** Node */
            node: string;
            /** Parameter */
            parameter: string | null;
        };
        /**
         * FiltersMessage
         * @description filters: The first of a convolution's weights, and how many there are in all.
         */
        FiltersMessage: {
            weight: components["schemas"]["PackedArray"];
            /** Low */
            low: number | null;
            /** High */
            high: number | null;
            /** Out Channels */
            out_channels: number;
            /** In Channels */
            in_channels: number;
            /** Seq */
            seq: number;
            /** Step */
            step: number;
            /**
             * Type
             * @constant
             */
            type: "probe";
            /** Probe */
            probe: string;
            /** Node */
            node: string;
            /** Parameter */
            parameter: string | null;
        };
        /**
         * GradientStatsMessage
         * @description gradient_stats: The size of gradient and update, by parameter tensor.
         */
        GradientStatsMessage: {
            /** Parameters */
            parameters: {
                [key: string]: components["schemas"]["ParameterStatistics"];
            };
            /** Seq */
            seq: number;
            /** Step */
            step: number;
            /**
             * Type
             * @constant
             */
            type: "probe";
            /** Probe */
            probe: string;
            /** Node */
            node: string;
            /** Parameter */
            parameter: string | null;
        };
        /**
         * HelloMessage
         * @description Always first.
         */
        HelloMessage: {
            /** Seq */
            seq: number;
            /** Step */
            step: number;
            /**
             * Type
             * @constant
             */
            type: "hello";
            run: components["schemas"]["Run"];
            /** Probes */
            probes: {
                [key: string]: string | null;
            }[];
            /** Last Seq */
            last_seq: number;
        };
        /**
         * HistogramMessage
         * @description activation_histogram, gradient_histogram, weight_histogram: How values are distributed over their own range; `counts` add up to `sampled`.
         */
        HistogramMessage: {
            edges: components["schemas"]["PackedArray"];
            counts: components["schemas"]["PackedArray"];
            /** Mean */
            mean: number | null;
            /** Std */
            std: number | null;
            /** Min */
            min: number | null;
            /** Max */
            max: number | null;
            /** Sampled */
            sampled: number;
            /** Total */
            total: number;
            /** Non Finite */
            non_finite: number;
            /** Zero Fraction */
            zero_fraction: number | null;
            /** Saturated Fraction */
            saturated_fraction: number | null;
            /** Dead Fraction */
            dead_fraction: number | null;
            /** Batch */
            batch: number | null;
            /** Seq */
            seq: number;
            /** Step */
            step: number;
            /**
             * Type
             * @constant
             */
            type: "probe";
            /** Probe */
            probe: string;
            /** Node */
            node: string;
            /** Parameter */
            parameter: string | null;
        };
        /**
         * MetricsMessage
         * @description Scalars since the last such message.
         */
        MetricsMessage: {
            steps: components["schemas"]["PackedArray"];
            /** Values */
            values: {
                [key: string]: components["schemas"]["PackedArray"];
            };
            /** Seq */
            seq: number;
            /** Step */
            step: number;
            /**
             * Type
             * @constant
             */
            type: "metrics";
        };
        /**
         * NoticeMessage
         * @description Something that a person should know, with its evidence.
         */
        NoticeMessage: {
            /** Seq */
            seq: number;
            /** Step */
            step: number;
            /**
             * Type
             * @constant
             */
            type: "notice";
            /**
             * Level
             * @enum {string}
             */
            level: "info" | "warning" | "error";
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Hint */
            hint: string | null;
            /** Node */
            node: string | null;
            /** Evidence */
            evidence: {
                [key: string]: unknown;
            };
            finding: components["schemas"]["NoticedFinding"] | null;
        };
        /**
         * NoticedFinding
         * @description A finding that came, changed or went; told whole each time.
         */
        NoticedFinding: {
            /**
             * Id
             * @description The same as long as it is the same finding.
             */
            id: string;
            /**
             * Rule
             * @description Which rule found it, a name in the catalog's diagnoses.
             */
            rule: string;
            /**
             * Node
             * @description Where it was measured; "input" is the data.
             */
            node: string;
            /**
             * Since
             * @description The step at which it was found.
             */
            since: number;
            /**
             * Step
             * @description The step that these figures are of.
             */
            step: number;
            /** Value */
            value: number;
            /**
             * Threshold
             * @description The rule's threshold that the value has passed.
             */
            threshold: string;
            /** Limit */
            limit: number;
            /**
             * Badge
             * @description It in two or three words.
             */
            badge: string;
            /**
             * Message
             * @description What was found.
             */
            message: string;
            /**
             * Detail
             * @description The evidence behind it.
             */
            detail: string;
            /**
             * Why
             * @description Why it matters.
             */
            why: string;
            /**
             * Figures
             * @description The evidence, by name.
             */
            figures: {
                [key: string]: unknown;
            };
            /** Mends */
            mends: components["schemas"]["MendEntry"][];
            /**
             * Status
             * @enum {string}
             */
            status: "found" | "changed" | "withdrawn";
        };
        /**
         * PackedArray
         * @description An array on the stream: little-endian, C order. `data` is binary in msgpack.
         */
        PackedArray: {
            /**
             * Dtype
             * @enum {string}
             */
            dtype: "float16" | "float32" | "float64" | "uint32";
            /** Shape */
            shape: number[];
            /**
             * Data
             * Format: binary
             */
            data: string;
        };
        /**
         * ParameterStatistics
         * @description Of the gradient by one parameter tensor; `update_ratio` is the norm of the update over that of the tensor.
         */
        ParameterStatistics: {
            /** Norm */
            norm: number | null;
            /** Mean */
            mean: number | null;
            /** Std */
            std: number | null;
            /** Max Abs */
            max_abs: number | null;
            /** Update Ratio */
            update_ratio: number | null;
        };
        /**
         * ScalarRows
         * @description Rows of scalars; NaN where one was not measured.
         */
        ScalarRows: {
            steps: components["schemas"]["PackedArray"];
            /** Values */
            values: {
                [key: string]: components["schemas"]["PackedArray"];
            };
        };
        /**
         * SignalPropagationMessage
         * @description signal_propagation: The variance of a node's output over the observed batch and all its units, beside the predicted one.
         */
        SignalPropagationMessage: {
            /**
             * Variance
             * @description As measured; null where a value is not finite.
             */
            variance: number | null;
            /**
             * Predicted
             * @description That of freshly drawn weights for what comes in now; null where theory says nothing.
             */
            predicted: number | null;
            /**
             * Input Second Moment
             * @description The mean square of what comes in, as measured.
             */
            input_second_moment: number | null;
            /**
             * Fan In
             * @description How many inputs one output sums over; null for other nodes.
             */
            fan_in: number | null;
            /**
             * Weight Variance
             * @description That which the initializer promises.
             */
            weight_variance: number | null;
            /**
             * Rule
             * @description By which it was predicted.
             */
            rule: ("weighted_sum" | "normalised" | "gaussian") | null;
            /**
             * Source
             * @description Where the rule stands.
             */
            source: string | null;
            /**
             * Sampled
             * @description How many output values were looked at.
             */
            sampled: number;
            /**
             * Total
             * @description How many there were.
             */
            total: number;
            /** Batch */
            batch: number;
            /** Seq */
            seq: number;
            /** Step */
            step: number;
            /**
             * Type
             * @constant
             */
            type: "probe";
            /** Probe */
            probe: string;
            /** Node */
            node: string;
            /** Parameter */
            parameter: string | null;
        };
        /**
         * SnapshotMessage
         * @description The whole history; it replaces what a viewer has.
         */
        SnapshotMessage: {
            /** Seq */
            seq: number;
            /** Step */
            step: number;
            /**
             * Type
             * @constant
             */
            type: "snapshot";
            run: components["schemas"]["Run"];
            /** Metrics */
            metrics: components["schemas"]["ScalarRows"][];
        };
        /**
         * StateMessage
         * @description A new state, and why.
         */
        StateMessage: {
            /** Seq */
            seq: number;
            /** Step */
            step: number;
            /**
             * Type
             * @constant
             */
            type: "state";
            state: components["schemas"]["RunState"];
            /** Reason */
            reason: string | null;
            /** Epoch */
            epoch: number;
            /** Generation */
            generation: number;
            error: components["schemas"]["ErrorInfo"] | null;
        };
        /**
         * Step
         * @description 1 where a value is positive, else 0: the perceptron's activation, with hard decisions.
         *
         *     Its derivative is zero wherever it has one, and both engines take it as zero everywhere: no stand-in is put in its
         *     place, so nothing before it is trained by gradient descent. Every output lies beyond the saturation bounds, since
         *     the derivative is zero at each; this tells already that no unit passes a gradient, so none is counted as dead.
         */
        Step: {
            /**
             * Name
             * @description The node's name, unique.
             */
            id: string;
            /**
             * Kind
             * @default step
             * @constant
             */
            kind?: "step";
            /**
             * Inputs
             * @description Names of the nodes it takes, or "input"; left out, it takes the node before it.
             * @default null
             */
            inputs?: string[] | null;
        };
        /**
         * UnitSurfacesMessage
         * @description unit_surfaces: The first units of a node over the plane; values times `scale` are what was measured, to 0.05 %.
         */
        UnitSurfacesMessage: {
            /** X */
            x: number[];
            /** Y */
            y: number[];
            /** @description float16, (units, rows, columns), row 0 at the low end of y. */
            values: components["schemas"]["PackedArray"];
            /**
             * Scale
             * @description A power of two, by which the values are to be multiplied.
             */
            scale: number;
            /**
             * Low
             * @description The least finite one of the measured values that are shown; null without.
             */
            low: number | null;
            /** High */
            high: number | null;
            /**
             * Units
             * @description How many units the node has.
             */
            units: number;
            /** Seq */
            seq: number;
            /** Step */
            step: number;
            /**
             * Type
             * @constant
             */
            type: "probe";
            /** Probe */
            probe: string;
            /** Node */
            node: string;
            /** Parameter */
            parameter: string | null;
        };
        /**
         * WorstSamplesMessage
         * @description worst_samples: Validation samples with the highest loss, the hardest first; `values` are the samples themselves.
         */
        WorstSamplesMessage: {
            /** @description float16. */
            values: components["schemas"]["PackedArray"];
            /**
             * Scale
             * @description A power of two, by which the values are to be multiplied.
             */
            scale: number;
            /**
             * Low
             * @description The least finite one of the measured values that are shown; null without.
             */
            low: number | null;
            /** High */
            high: number | null;
            /**
             * Shape
             * @description The shape that it had, before anything was left out.
             */
            shape: number[];
            /**
             * Block
             * @description Each pixel shown is the mean of so many by so many; 1 shows every pixel.
             */
            block: number;
            /** @description uint32: their places among the validation samples. */
            samples: components["schemas"]["PackedArray"];
            /** @description uint32: the classes that they belong to. */
            targets: components["schemas"]["PackedArray"];
            /** @description uint32: the classes that they are taken for. */
            predicted: components["schemas"]["PackedArray"];
            /** @description float32: what each is charged. */
            losses: components["schemas"]["PackedArray"];
            /** @description float32: the probability of the predicted class; null where the loss takes outputs for none. */
            probabilities: components["schemas"]["PackedArray"] | null;
            /** @description float32: that of the class that it belongs to. */
            target_probabilities: components["schemas"]["PackedArray"] | null;
            /** Seq */
            seq: number;
            /** Step */
            step: number;
            /**
             * Type
             * @constant
             */
            type: "probe";
            /** Probe */
            probe: string;
            /** Node */
            node: string;
            /** Parameter */
            parameter: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    health_api_health_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    catalog_api_catalog_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Catalog"];
                };
            };
        };
    };
    check_api_networks_check_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NetworkCheck"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    check_spec_api_specs_check_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunSpec"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunSpec"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    activation_curve_api_activations_curve_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CurveRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivationCurve"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    learning_rates_api_schedules_curve_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleCurve"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    samples_api_datasets__name__samples_get: {
        parameters: {
            query?: {
                split?: "train" | "validation" | "test";
                offset?: number;
                limit?: number;
                seed?: number;
                validation_fraction?: number;
                train_size?: number | null;
                /** @description The data set's options, as JSON. */
                options?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Samples"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    descents_api_descents_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DescentRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Descents"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    trace_api_runs__identifier__trace_post: {
        parameters: {
            query?: {
                /** @description msgpack: the same, with arrays as on the stream, and ten times as many numbers. */
                format?: "json" | "msgpack";
            };
            header?: never;
            path: {
                identifier: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunTraceRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunTrace"];
                    "application/msgpack": string;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    source_api_sources__family___kind__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description layers, losses, optimizers, second_order or surfaces */
                family: string;
                /** @description A kind that the catalog lists there. */
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    gradient_check_api_gradient_check_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunSpec"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GradientCheck"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    trace_api_trace_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TraceRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trace"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    list_runs_api_runs_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"][];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    start_api_runs_post: {
        parameters: {
            query?: {
                /** @description Build it, measure step 0, and hold before step 1. */
                paused?: boolean;
                /** @description What becomes of it when its last viewer has been gone for a while. */
                unwatched?: "continue" | "stop";
                /** @description How many other runs are started with it, to share the processors evenly. */
                beside?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunSpec"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    show_api_runs__identifier__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identifier: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    delete_api_runs__identifier__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identifier: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    command_api_runs__identifier__commands_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identifier: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Pause"] | components["schemas"]["Resume"] | components["schemas"]["neurarium__training__commands__Step"] | components["schemas"]["Stop"] | components["schemas"]["Reset"] | components["schemas"]["Set"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    predict_api_runs__identifier__predict_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identifier: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PredictRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prediction"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    metrics_api_runs__identifier__metrics_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identifier: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown[];
                    };
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    weights_api_runs__identifier__weights_get: {
        parameters: {
            query?: {
                format?: "safetensors" | "npz";
            };
            header?: never;
            path: {
                identifier: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Conflict */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
    upload_api_weights_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedWeights"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
        };
    };
}
